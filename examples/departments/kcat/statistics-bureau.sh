#!/usr/bin/env bash
# A statistics bureau on the exchange, with kcat, jq and sha256sum.
#
#   statistics-bureau.sh KAFKA-SETTINGS FOLDER
#
# KAFKA-SETTINGS is a file of librdkafka's settings, `name=value` a line: bootstrap.servers, and how to log in.
#
# One pass: takes what is new on the feed, answers, acknowledges, ends. Run it every few seconds. Everything is kept in
# FOLDER and every step may be repeated, so a pass may be killed at any instant. Exit code 3: the feed has a gap, a
# divergence or something unreadable, and a person has to look.
set -euo pipefail
export LC_ALL=C # bytes are bytes
settings=$1 folder=$2
participant=STATS
item=statistical-unit-listing
feed=registration.feed.$participant
inbound=registration.inbound.$participant
mkdir -p "$folder/values" "$folder/units" "$folder/outbox" "$folder/refused"

halt() { echo "halted: $*" >&2; exit 3; }
sha() { sha256sum | cut -d ' ' -f 1; }

# Puts standard input in place of a file, whole or not at all.
replace() { cat >"$1.next"; sync "$1.next"; mv "$1.next" "$1"; }

# last sequence, its digest, the next offset, the history; made by the first message
place="0 $(printf '0%.0s' {1..64}) 0 -"
[ ! -e "$folder/place" ] || place=$(cat "$folder/place")
read -r last digest next history <<<"$place"

# say FILE ID TYPE SUBJECT DATA MORE: a message into the outbox; the same file again is the same message
say() {
  jq -cn --arg id "$2" --arg type "$3" --arg subject "$4" --argjson data "$5" --argjson more "$6" \
    --arg source "/participants/$participant" --arg time "$(date -u +%Y-%m-%dT%H:%M:%SZ)" \
    '{specversion: "1.0", $id, $source, $type, $subject, $time, datacontenttype: "application/json",
      authtype: "system", authid: "connector"} + $more + {$data}' | replace "$folder/outbox/$1"
}

# The department's own business. Types that are not known are passed by.
apply() {
  local event=$1 sequence=$2 record values approval uscc
  record=$(jq -r .subject <<<"$event")
  values=$folder/values/$record.json
  [ -e "$values" ] || echo '{}' | replace "$values"
  jq -c --slurpfile old "$values" '
    reduce (.data.changes // [])[] as $one ($old[0];
      if $one.after == null then delpaths([[$one.path]]) else .[$one.path] = $one.after end)' \
    <<<"$event" >"$values.new"
  replace "$values" <"$values.new"
  case $(jq -r .type <<<"$event") in
    yibiao.approvals.opened.v1)
      approval=$(jq -r .filing <<<"$event")/$item
      # The event names the approvals of other participants as well.
      jq -e --arg approval "$approval" '.data.approvals | index($approval)' <<<"$event" >/dev/null || return 0
      jq -c '{uscc: ."/uscc", name: ."/name/full"}' "$values" | replace "$folder/units/$record.json"
      uscc=$(jq -r '."/uscc"' "$values")
      say "$(printf '%012d' "$sequence")" "$approval/1/recorded" yibiao.approval.recorded.v1 "$record" \
        "$(jq -cn --arg approval "$approval" --arg code "${uscc:8:9}" \
          '{$approval, round: 1, form: {statistics: {unitCode: $code}}}')" \
        "$(jq -c '{filing, causationid: .id, authtype: "officer", authid: "STATS-017"}' <<<"$event")"
      ;;
    yibiao.message.refused.v1)
      jq -c .data <<<"$event" | replace "$folder/refused/$sequence.json"
      echo "refused: $(jq -r '.data.messageid + " " + .data.problem.code' <<<"$event")" >&2
      ;;
  esac
}

# The consumer's rule for one message: its offset, its headers, its value as it came (one line).
take() {
  local offset=$1 headers=$2 value=$3 sequence id of claimed own
  read -r sequence id of < <(jq -r '"\(.feedsequence) \(.id) \(.historyid)"' <<<"$value" 2>/dev/null) ||
    halt "offset $offset is no feed message"
  [[ $sequence =~ ^[1-9][0-9]*$ ]] || halt "offset $offset is no feed message"
  [ "$history" = - ] || [ "$history" = "$of" ] || halt "the feed is of history $of, the folder of $history"
  [ "$sequence" -le $((last + 1)) ] || halt "gap: sequence $sequence came where $((last + 1)) was expected"
  claimed=$(grep -o 'feeddigest=[0-9a-f]*' <<<"$headers" | cut -d = -f 2 || true)
  if [ "$sequence" -le "$last" ]; then
    [ "$sequence" -lt "$last" ] || [ "$claimed" = "$digest" ] || halt "divergence at sequence $sequence"
    return 0
  fi
  own=$(printf '%s\n%s\n%s\n%s' "$digest" "$sequence" "$id" "$(printf %s "$value" | sha)" | sha)
  [ "$own" = "$claimed" ] || halt "divergence at sequence $sequence: own digest $own, the feed's $claimed"
  apply "$value" "$sequence"
  last=$sequence digest=$own next=$((offset + 1)) history=$of
  # Last of all: until here the message would come again, and everything before may be done twice.
  echo "$last $digest $next $history" | replace "$folder/place"
}

# From the stored offset to the end of the feed. An expired offset is an error and never skipped.
kcat -C -q -m 30 -F "$settings" -t "$feed" -p 0 -o "$next" -e -X topic.auto.offset.reset=error \
  -f '%o\t%h\t%s\n' >"$folder/batch"
before=$last
while IFS=$'\t' read -r offset headers value; do
  take "$offset" "$headers" "$value"
done <"$folder/batch"

# Cumulative: one receipt covers everything up to its sequence.
if [ "$last" -gt "$before" ] || [ ! -e "$folder/acknowledged" ] || [ "$(cat "$folder/acknowledged")" != "$last" ]; then
  if [ "$last" -gt 0 ]; then
    say "$(printf '%012d' "$last")-receipt" "feed/applied/$last" yibiao.feed.acknowledged.v1 $participant \
      "$(jq -cn --argjson sequence "$last" --arg digest "$digest" '{$sequence, $digest, stage: "applied"}')" '{}'
    echo "$last" | replace "$folder/acknowledged"
  fi
fi

# Sends what the outbox holds, in its order; a file goes when the brokers have it. Twice does no harm.
for file in "$folder"/outbox/*; do
  case $file in *.next | *'*') continue ;; esac
  # librdkafka's own partitioner is another (CRC32): murmur2_random has to be asked for.
  kcat -P -q -m 30 -F "$settings" -t "$inbound" -k "$(jq -r .subject "$file")" \
    -X topic.partitioner=murmur2_random -X enable.idempotence=true -X message.timeout.ms=30000 "$file"
  rm "$file"
done
