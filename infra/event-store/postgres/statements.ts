import type pg from 'pg'

/** A prepared statement: its text is sent once a connection. */
export interface Prepared {
  readonly name: string
  readonly text: string
}

/** What an append says to the server. `schema` is a plain name, so it needs no quotes. */
export function appendStatements(schema: string, notify: boolean) {
  const insertEvents = (first: number) => {
    const parameter = (index: number, type: string) => `unnest($${first + index}::${type}[])`
    const types = ['bigint', 'bigint', 'bigint', 'text', 'text', 'bytea', 'bytea']
    return `INSERT INTO ${schema}.events (position, stream_id, revision, id, type, digest, data)
  SELECT ${types.map((type, index) => parameter(index, type)).join(', ')}`
  }
  return {
    // Written out, whatever the role's default is: a snapshot taken before the lock would show old revisions.
    begin: { name: 'begin', text: 'BEGIN ISOLATION LEVEL READ COMMITTED' },
    commit: { name: 'commit', text: 'COMMIT' },
    lockHead: {
      name: 'lock_head',
      text: `SELECT head, streams, digest FROM ${schema}.meta WHERE one = 1 FOR UPDATE`,
    },
    findStreams: {
      name: 'find_streams',
      text: `SELECT name, id, revision FROM ${schema}.streams WHERE name = ANY ($1::text[])`,
    },
    // Rows are compared over there, so that no more comes back than where they are.
    findEqual: {
      name: 'find_equal',
      text: `SELECT w.place, e.position FROM (
  SELECT unnest($1::bigint[]) AS place, unnest($2::bigint[]) AS stream_id, unnest($3::bigint[]) AS revision,
    unnest($4::text[]) AS id, unnest($5::text[]) AS type, unnest($6::bytea[]) AS data
) w JOIN ${schema}.events e ON e.stream_id = w.stream_id AND e.revision = w.revision
  AND e.id = w.id AND e.type = w.type AND e.data = w.data`,
    },
    /** Of what is too much for one statement, all but the last part. */
    insertEvents: { name: 'insert_events', text: insertEvents(1) },
    /**
     * Everything in one statement. The head comes first, for it locks: the last line asks for it, and the rest is carried out
     * after that. When the head is not where it should be, the positions are taken, and the server refuses the whole.
     */
    write: {
      name: 'write',
      text: `WITH moved AS (
  UPDATE ${schema}.meta SET head = $1, streams = $2, digest = $3 WHERE one = 1 AND head = $4 RETURNING head
), made AS (
  INSERT INTO ${schema}.streams (id, name, revision)
  SELECT unnest($5::bigint[]), unnest($6::text[]), unnest($7::bigint[])
), grown AS (
  UPDATE ${schema}.streams SET revision = w.revision
  FROM (SELECT unnest($8::bigint[]) AS id, unnest($9::bigint[]) AS revision) w WHERE ${schema}.streams.id = w.id
), stored AS (
  ${insertEvents(10)}
)
SELECT head${notify ? `, pg_notify('${channelOf(schema)}', '')` : ''} FROM moved`,
    },
  } as const satisfies Record<string, Prepared>
}

export type AppendStatements = ReturnType<typeof appendStatements>

/** The channel on which every commit is told. */
export const channelOf = (schema: string): string => `${schema}_head`

/** Runs a prepared statement. */
export async function run<Row extends pg.QueryResultRow = never>(
  client: pg.Client,
  { name, text }: Prepared,
  values: readonly unknown[] = [],
): Promise<pg.QueryResult<Row>> {
  return client.query<Row>({ name, text, values: [...values] })
}
