package io.banwatch.simulate.record;

import io.banwatch.simulate.traffic.Request;
import io.banwatch.simulate.world.Seeds;
import io.banwatch.simulate.world.Vendor;

/** The ids of a request, in the shapes of gateway and vendors, without quotation marks. */
final class Ids {
  private Ids() {}

  /** The record's id: the vendor's for an answer, the gateway's for a failure. */
  static void record(JsonBuffer json, Request request) {
    if (request.failure != null) {
      json.uuid(request.idHigh, request.idLow);
    } else if (request.key.vendor() == Vendor.ANTHROPIC) {
      json.raw("msg_01").hex(request.idHigh, 16).hex(request.idLow, 4);
    } else {
      json.raw("chatcmpl-").hex(request.idHigh, 16).hex(request.idLow, 8);
    }
  }

  /** The gateway's id of the call, which is the record's id when it failed. */
  static void call(JsonBuffer json, Request request) {
    if (request.failure != null) {
      json.uuid(request.idHigh, request.idLow);
    } else {
      json.uuid(Seeds.mix(request.idHigh), Seeds.mix(request.idLow));
    }
  }

  /** The vendor's id of the request. */
  static void vendorRequest(JsonBuffer json, Request request) {
    if (request.key.vendor() == Vendor.ANTHROPIC) {
      json.raw("req_011C").hex(request.idLow, 16);
    } else {
      json.raw("req_").hex(request.idLow, 16).hex(request.idHigh, 16);
    }
  }
}
