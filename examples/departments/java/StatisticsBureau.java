import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * A statistics bureau on the exchange, in Java 8 with kafka-clients and jackson-databind.
 *
 *     java StatisticsBureau KAFKA-SETTINGS STATE-FILE
 *
 * KAFKA-SETTINGS is a properties file for the clients: bootstrap.servers, and how to log in.
 *
 * Puts every newly registered enterprise on a list of its own and answers. Its "database" is one JSON file that is
 * replaced whole: effects, outbox and the place in the feed are durable together. Exit code 3: the feed has a gap, a
 * divergence or something unreadable, and a person has to look.
 */
public final class StatisticsBureau {
  static final String PARTICIPANT = "STATS";
  static final String ITEM = "statistical-unit-listing";
  static final String INBOUND = "registration.inbound." + PARTICIPANT;
  static final TopicPartition FEED = new TopicPartition("registration.feed." + PARTICIPANT, 0);
  static final String FIRST_DIGEST = String.join("", Collections.nCopies(64, "0"));
  static final ObjectMapper JSON = new ObjectMapper();

  /** The feed cannot be taken any further. */
  static final class Halt extends RuntimeException {
    Halt(String reason) {
      super(reason);
    }
  }

  private final File file;
  private final KafkaProducer<String, byte[]> producer;
  private final KafkaConsumer<byte[], byte[]> consumer;
  /** history, sequence, digest, nextOffset; values: record to path to value; units; outbox; refused. */
  private final ObjectNode state;
  private volatile boolean running = true;

  StatisticsBureau(Properties settings, File file) throws IOException {
    this.file = file;
    this.state = file.exists() ? (ObjectNode) JSON.readTree(file) : emptyState();

    Properties out = new Properties();
    out.putAll(settings);
    out.put("acks", "all");
    out.put("enable.idempotence", "true");
    // No partitioner.class: the Java client's own default for messages with a key is murmur2.
    producer = new KafkaProducer<>(out, new StringSerializer(), new ByteArraySerializer());

    Properties in = new Properties();
    in.putAll(settings);
    in.put("enable.auto.commit", "false");
    in.put("auto.offset.reset", "none"); // an expired offset is an error and never skipped
    consumer = new KafkaConsumer<>(in, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    consumer.assign(Collections.singletonList(FEED));
    consumer.seek(FEED, state.get("nextOffset").asLong());
  }

  static ObjectNode emptyState() {
    ObjectNode empty = JSON.createObjectNode();
    empty.put("sequence", 0).put("digest", FIRST_DIGEST).put("nextOffset", 0);
    empty.set("values", JSON.createObjectNode());
    empty.set("units", JSON.createObjectNode());
    empty.set("outbox", JSON.createArrayNode());
    empty.set("refused", JSON.createArrayNode());
    return empty;
  }

  static String sha256(byte[] data) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(data);
      StringBuilder hex = new StringBuilder(64);
      for (byte one : digest) hex.append(String.format("%02x", one & 0xff));
      return hex.toString();
    } catch (java.security.NoSuchAlgorithmException error) {
      throw new IllegalStateException(error);
    }
  }

  /** d(n) of the feed; {@code value} is the bytes as they came. */
  static String nextDigest(String previous, long sequence, String eventId, byte[] value) {
    String text = previous + "\n" + sequence + "\n" + eventId + "\n" + sha256(value);
    return sha256(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The consumer's rule for one message. */
  void take(ConsumerRecord<byte[], byte[]> message) {
    JsonNode event;
    try {
      event = JSON.readTree(message.value());
    } catch (IOException error) {
      throw new Halt("offset " + message.offset() + " is no JSON: " + error.getMessage());
    }
    if (!event.path("feedsequence").isIntegralNumber() || !event.path("id").isTextual()) {
      throw new Halt("offset " + message.offset() + " is no feed message");
    }
    long sequence = event.get("feedsequence").asLong();
    long last = state.get("sequence").asLong();
    String history = event.path("historyid").asText();
    if (state.has("history") && !state.get("history").asText().equals(history)) {
      throw new Halt("the feed is of history " + history + ", the state of " + state.get("history").asText());
    }
    if (sequence > last + 1) {
      throw new Halt("gap: sequence " + sequence + " came where " + (last + 1) + " was expected");
    }
    Header header = message.headers().lastHeader("feeddigest");
    String claimed = header == null ? "" : new String(header.value(), StandardCharsets.US_ASCII);
    String digest = state.get("digest").asText();
    if (sequence <= last) {
      if (sequence == last && !claimed.equals(digest)) {
        throw new Halt("divergence at sequence " + sequence + ", which came before with another digest");
      }
      return;
    }
    String own = nextDigest(digest, sequence, event.get("id").asText(), message.value());
    if (!claimed.equals(own)) {
      throw new Halt("divergence at sequence " + sequence + ": own digest " + own + ", the feed's " + claimed);
    }
    apply(event);
    state.put("history", history).put("sequence", sequence).put("digest", own);
    state.put("nextOffset", message.offset() + 1);
  }

  /** The department's own business. Types that are not known are passed by. */
  private void apply(JsonNode event) {
    String record = event.get("subject").asText();
    ObjectNode all = (ObjectNode) state.get("values");
    ObjectNode values = all.has(record) ? (ObjectNode) all.get(record) : all.putObject(record);
    for (JsonNode change : event.path("data").path("changes")) {
      if (change.path("after").isMissingNode() || change.get("after").isNull()) {
        values.remove(change.get("path").asText());
      } else {
        values.set(change.get("path").asText(), change.get("after"));
      }
    }
    String type = event.get("type").asText();
    if (type.equals("yibiao.approvals.opened.v1")) {
      String approval = event.path("filing").asText() + "/" + ITEM;
      for (JsonNode opened : event.get("data").get("approvals")) {
        // The event names those of other participants as well.
        if (opened.asText().equals(approval)) listUnit(event, approval, values);
      }
    }
    if (type.equals("yibiao.message.refused.v1")) {
      ((ArrayNode) state.get("refused")).add(event.get("data"));
      System.err.println("refused: " + event.get("data").path("messageid").asText() + " "
          + event.get("data").get("problem").get("code").asText());
    }
  }

  private void listUnit(JsonNode event, String approval, ObjectNode values) {
    String record = event.get("subject").asText();
    String uscc = values.get("/uscc").asText();
    ObjectNode unit = ((ObjectNode) state.get("units")).putObject(record);
    unit.put("uscc", uscc);
    unit.set("name", values.get("/name/full"));

    ObjectNode message = envelope(approval + "/1/recorded", "yibiao.approval.recorded.v1", record);
    message.put("authtype", "officer").put("authid", "STATS-017");
    message.put("filing", event.get("filing").asText()).put("causationid", event.get("id").asText());
    ObjectNode data = message.putObject("data");
    data.put("approval", approval).put("round", 1);
    data.putObject("form").putObject("statistics").put("unitCode", uscc.substring(8, 17));
    ((ArrayNode) state.get("outbox")).add(message);
  }

  static ObjectNode envelope(String id, String type, String subject) {
    ObjectNode message = JSON.createObjectNode();
    message.put("specversion", "1.0").put("id", id).put("source", "/participants/" + PARTICIPANT);
    message.put("type", type).put("subject", subject);
    message.put("time", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString());
    message.put("datacontenttype", "application/json");
    message.put("authtype", "system").put("authid", "connector");
    return message;
  }

  /** Cumulative: one receipt covers everything up to its sequence. */
  private void acknowledge() {
    long sequence = state.get("sequence").asLong();
    ObjectNode message = envelope("feed/applied/" + sequence, "yibiao.feed.acknowledged.v1", PARTICIPANT);
    ObjectNode data = message.putObject("data");
    data.put("sequence", sequence).put("digest", state.get("digest").asText()).put("stage", "applied");
    ((ArrayNode) state.get("outbox")).add(message);
  }

  /** Durable when it returns: written aside, forced to disk, then put in place of the old one. */
  private void save() throws IOException {
    File next = new File(file.getPath() + ".next");
    try (FileOutputStream out = new FileOutputStream(next)) {
      out.write(JSON.writeValueAsBytes(state));
      out.getFD().sync();
    }
    Files.move(next.toPath(), file.toPath(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Sends what the outbox holds, in its order; empties it when the brokers have it. Twice does no harm. */
  private void send() throws IOException, InterruptedException {
    ArrayNode outbox = (ArrayNode) state.get("outbox");
    if (outbox.size() == 0) return;
    List<Future<?>> sent = new ArrayList<>();
    for (JsonNode message : outbox) {
      // writeValueAsBytes is UTF-8 whatever the system's encoding is; String.getBytes() is not.
      byte[] value = JSON.writeValueAsBytes(message);
      sent.add(producer.send(new ProducerRecord<>(INBOUND, message.get("subject").asText(), value)));
    }
    try {
      for (Future<?> one : sent) one.get();
    } catch (ExecutionException error) {
      System.err.println("not sent yet, tried again: " + error.getCause());
      return;
    }
    outbox.removeAll();
    save();
  }

  void run() throws IOException, InterruptedException {
    long acknowledged = -1;
    long acknowledgedAt = System.nanoTime() - 1_000_000_000L;
    try {
      while (running) {
        ConsumerRecords<byte[], byte[]> messages = consumer.poll(Duration.ofMillis(200));
        for (ConsumerRecord<byte[], byte[]> message : messages) take(message);
        long sequence = state.get("sequence").asLong();
        boolean due = sequence > Math.max(acknowledged, 0) && System.nanoTime() - acknowledgedAt >= 1_000_000_000L;
        if (due) { // at most one a second
          acknowledge();
          acknowledged = sequence;
          acknowledgedAt = System.nanoTime();
        }
        if (due || !messages.isEmpty()) save();
        send();
      }
    } catch (WakeupException stopped) {
      // Nothing of the last poll was taken, so nothing is open.
    } finally {
      consumer.close();
      producer.close();
    }
  }

  void stop() {
    running = false;
    consumer.wakeup();
  }

  public static void main(String[] args) throws Exception {
    Properties settings = new Properties();
    try (Reader file = Files.newBufferedReader(Paths.get(args[0]), StandardCharsets.UTF_8)) {
      settings.load(file);
    }
    final StatisticsBureau bureau = new StatisticsBureau(settings, new File(args[1]));
    final Thread main = Thread.currentThread();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> {
      bureau.stop();
      try {
        main.join(10_000);
      } catch (InterruptedException ended) {
        Thread.currentThread().interrupt();
      }
    }));
    try {
      bureau.run();
    } catch (Halt halt) {
      System.err.println("halted: " + halt.getMessage());
      Runtime.getRuntime().halt(3);
    }
  }
}
