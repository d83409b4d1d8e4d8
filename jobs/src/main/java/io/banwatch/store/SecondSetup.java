package io.banwatch.store;

import com.influxdb.client.BucketsApi;
import com.influxdb.client.InfluxDBClient;
import com.influxdb.client.TasksQuery;
import com.influxdb.client.domain.Bucket;
import com.influxdb.client.domain.BucketRetentionRules;
import com.influxdb.client.domain.Organization;
import com.influxdb.client.domain.Task;
import com.influxdb.client.domain.TaskCreateRequest;
import com.influxdb.client.domain.TaskStatusType;
import io.banwatch.metric.Measurement;
import java.io.Closeable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The setup of InfluxDB 2.x: two buckets and tasks. InfluxQL finds a bucket {@code a/b} as the
 * retention policy b of the database a by itself.
 */
final class SecondSetup implements Closeable {
  private final InfluxAddress address;
  private final InfluxDBClient client;
  private final InfluxDBClient patient;
  private final InfluxQl influxQl;
  private final Consumer<String> said;

  SecondSetup(
      InfluxAddress address,
      Map<String, String> environment,
      AnswerTimes times,
      InfluxQl influxQl,
      Consumer<String> said) {
    this.address = address;
    this.client = InfluxClient.connect(address, environment, times.usual());
    this.patient = InfluxClient.connect(address, environment, times.filling());
    this.influxQl = influxQl;
    this.said = said;
  }

  void make() throws StoreException {
    Organization organisation = organisation(client, address);
    makeBucket(address.database(), Downsampling.RAW_DAYS, "points of ten seconds", organisation);
    makeBucket(
        address.history(),
        Downsampling.HISTORY_DAYS,
        "points of five minutes and alerts",
        organisation);
    for (Measurement measurement : Downsampling.measurements()) {
      makeTask(measurement, organisation);
    }
    said.accept(
        Downsampling.measurements().size()
            + " tasks make points of five minutes every five minutes");
  }

  /**
   * The organisation of the address.
   *
   * @throws StoreException when the token is shown none of that name
   */
  static Organization organisation(InfluxDBClient client, InfluxAddress address)
      throws StoreException {
    return client.getOrganizationsApi().findOrganizations().stream()
        .filter(each -> each.getName().equals(address.org()))
        .findFirst()
        .orElseThrow(
            () ->
                new StoreException(
                    "InfluxDB at "
                        + address.server()
                        + " shows this token no organisation "
                        + address.org()
                        + ". Is "
                        + InfluxAddress.ORG
                        + " right, and may the token in "
                        + InfluxAddress.TOKEN
                        + " make buckets and tasks there?"));
  }

  private void makeBucket(String name, int days, String what, Organization organisation)
      throws StoreException {
    BucketsApi buckets = client.getBucketsApi();
    BucketRetentionRules bound = new BucketRetentionRules();
    bound.setEverySeconds((int) Duration.ofDays(days).toSeconds());
    Bucket bucket = buckets.findBucketByName(name);
    if (bucket == null) {
      buckets.createBucket(name, bound, organisation);
      said.accept(what + ": kept for " + days + " days, in the new bucket " + name);
      return;
    }
    List<BucketRetentionRules> rules = bucket.getRetentionRules();
    int seconds = rules.isEmpty() ? 0 : rules.get(0).getEverySeconds();
    if (seconds > 0) {
      said.accept(
          what + ": kept for " + Duration.ofSeconds(seconds).toDays() + " days, in bucket " + name);
      return;
    }
    new ForeignMeasurements(address.database(), influxQl).refuse();
    bucket.setRetentionRules(List.of(bound));
    buckets.updateBucket(bucket);
    said.accept(what + ": kept for " + days + " days from now on, for ever until now");
  }

  private void makeTask(Measurement measurement, Organization organisation) {
    TasksQuery named = new TasksQuery();
    named.setName(Downsampling.taskName(address.database(), measurement));
    for (Task earlier : client.getTasksApi().findTasks(named)) {
      client.getTasksApi().deleteTask(earlier);
    }
    TaskCreateRequest task = new TaskCreateRequest();
    task.setOrgID(organisation.getId());
    task.setFlux(Downsampling.task(address, measurement));
    task.setStatus(TaskStatusType.ACTIVE);
    client.getTasksApi().createTask(task);
  }

  /** Makes points of five minutes of all that is there, and copies alerts from before the setup. */
  void fill() {
    said.accept(Downsampling.FILLING);
    for (Instant day : Downsampling.rawDays(Instant.now())) {
      String range = "start: " + day + ", stop: " + day.plus(Duration.ofDays(1));
      for (Measurement measurement : Downsampling.measurements()) {
        patient.getQueryApi().queryRaw(Downsampling.flux(address, measurement, range));
      }
      for (Measurement measurement : Downsampling.keptWhole()) {
        patient.getQueryApi().queryRaw(Downsampling.copyingFlux(address, measurement, range));
      }
    }
    said.accept("points of five minutes: made of the last " + Downsampling.RAW_DAYS + " days");
  }

  @Override
  public void close() {
    client.close();
    patient.close();
  }
}
