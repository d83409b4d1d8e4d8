package io.banwatch.simulate.record;

import io.banwatch.simulate.traffic.Failure;
import io.banwatch.simulate.traffic.Request;
import java.io.IOException;
import java.io.OutputStream;

/** Writes requests as records. Belongs to one thread. */
public abstract class RecordFormat {
  private final JsonBuffer json = new JsonBuffer();

  /** The whole record, about 5 KB. */
  public static RecordFormat full() {
    return new FullRecord();
  }

  /** What a callback leaves that redacts and shortens, under 1 KB. */
  public static RecordFormat slim() {
    return new SlimRecord(null);
  }

  /** The same, and how much of its account's limits each answer says is left. */
  public static RecordFormat slimWithLimits() {
    return new SlimRecord(new MinuteUse());
  }

  /** Writes one record and a line feed; says how many bytes. */
  public final int write(Request request, OutputStream out) throws IOException {
    describe(request, json);
    json.raw("\n");
    int size = json.size();
    json.writeTo(out);
    return size;
  }

  /** Writes the record's JSON. */
  abstract void describe(Request request, JsonBuffer json);

  /**
   * What the gateway knows of the caller's address: with the load balancer's, where there is one.
   */
  static void address(Request request, JsonBuffer json) {
    json.raw("\"").escaped(request.address).raw(request.key.proxied() ? ", 10.1.0.4\"" : "\"");
  }

  /** The model with the gateway's prefix, or what the client asked for where there is none. */
  static void model(Request request, JsonBuffer json) {
    if (request.failure == Failure.UNKNOWN_MODEL) {
      json.raw("\"").raw(ErrorText.UNKNOWN_MODEL).raw("\"");
      return;
    }
    json.raw("\"").raw(request.key.vendor().word()).raw("/");
    json.raw(request.model.vendorName()).raw("\"");
  }

  /** The organisation that paid: the account's, or the subscription's own. */
  static String organisation(Request request) {
    return request.subscription == null
        ? request.key.account().organisation()
        : request.subscription;
  }
}
