package io.banwatch.receive;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Answers requests: posts on any path, and two pages about the service itself. */
final class IngestHandler extends Handler.Abstract {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String RETRY_SECONDS = "5";

  private final UsageLog log;
  private final ReceiverLimits limits;
  private final DecoderPool decoders;
  private final Counters counters;
  private final Bearer bearer;
  private final Supplier<Health> health;
  private final Supplier<String> metrics;

  IngestHandler(
      ReceiverSettings settings,
      UsageLog log,
      DecoderPool decoders,
      Counters counters,
      Supplier<Health> health,
      Supplier<String> metrics) {
    this.log = log;
    this.limits = settings.limits();
    this.decoders = decoders;
    this.counters = counters;
    this.health = health;
    this.metrics = metrics;
    bearer = new Bearer(settings.token());
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    String method = request.getMethod();
    if (HttpMethod.POST.is(method) || HttpMethod.PUT.is(method)) {
      Outcome outcome = receive(request);
      counters.answered(outcome.status());
      answer(response, callback, outcome);
    } else if (HttpMethod.GET.is(method) || HttpMethod.HEAD.is(method)) {
      look(request.getHttpURI().getPath(), response, callback);
    } else {
      answer(response, callback, notAllowed());
    }
    return true;
  }

  private void look(String path, Response response, Callback callback) {
    if ("/healthz".equals(path)) {
      Health now = health.get();
      int status = now.healthy() ? HttpStatus.OK_200 : HttpStatus.SERVICE_UNAVAILABLE_503;
      String text = (now.healthy() ? "ok\n" : "") + lines(now.reasons());
      write(response, callback, status, "text/plain; charset=utf-8", text);
    } else if ("/metrics".equals(path)) {
      write(
          response,
          callback,
          HttpStatus.OK_200,
          "text/plain; version=0.0.4; charset=utf-8",
          metrics.get());
    } else {
      answer(response, callback, notAllowed());
    }
  }

  private static String lines(List<String> sentences) {
    return sentences.stream().map(sentence -> sentence + "\n").collect(Collectors.joining());
  }

  private static Outcome notAllowed() {
    return Outcome.refused(
        HttpStatus.METHOD_NOT_ALLOWED_405, "records come by POST or PUT; see also GET /healthz");
  }

  private Outcome receive(Request request) {
    if (!bearer.admits(request.getHeaders().get(HttpHeader.AUTHORIZATION))) {
      return Outcome.refused(
          HttpStatus.UNAUTHORIZED_401,
          "send the header Authorization: Bearer with the token of " + ReceiverSettings.TOKEN);
    }
    String coding = request.getHeaders().get(HttpHeader.CONTENT_ENCODING);
    String word = coding == null ? "identity" : coding.strip().toLowerCase(Locale.ROOT);
    boolean gzip = word.equals("gzip") || word.equals("x-gzip");
    if (!gzip && !word.equals("identity") && !word.isEmpty()) {
      return Outcome.refused(
          HttpStatus.UNSUPPORTED_MEDIA_TYPE_415, "send the body as it is, or as gzip");
    }
    if (request.getLength() > limits.longestBody()) {
      return Outcome.refused(
          HttpStatus.PAYLOAD_TOO_LARGE_413,
          "the body is longer than " + limits.longestBody() + " bytes; send smaller batches");
    }
    return read(request, gzip);
  }

  private Outcome read(Request request, boolean gzip) {
    Tally tally = new Tally();
    InputStream sent = Content.Source.asInputStream(request);
    try (WireStream wire = new WireStream(sent, limits, System::nanoTime);
        BodyStream bytes = new BodyStream(wire, gzip, limits)) {
      Body body = new Body(log, counters, decoders);
      tally = body.tally();
      body.receive(bytes, limits.longestRecord());
      return tally.nothingIsJson()
          ? new Outcome(HttpStatus.BAD_REQUEST_400, tally, "nothing in this body is JSON")
          : new Outcome(HttpStatus.OK_200, tally, null);
    } catch (BodyException e) {
      return new Outcome(e.status(), tally, e.getMessage());
    } catch (IOException e) {
      return new Outcome(
          HttpStatus.SERVICE_UNAVAILABLE_503,
          tally,
          "the usage log cannot be written: " + e.getMessage());
    }
  }

  private static void answer(Response response, Callback callback, Outcome outcome) {
    ObjectNode json = JSON.createObjectNode();
    if (outcome.tally() != null) {
      json.put("accepted", outcome.tally().accepted());
      json.put("rejected", outcome.tally().rejected());
      json.put("skipped", outcome.tally().skipped());
    }
    if (outcome.error() != null) {
      json.put("error", outcome.error());
    }
    int status = outcome.status();
    if (status == HttpStatus.SERVICE_UNAVAILABLE_503) {
      response.getHeaders().put(HttpHeader.RETRY_AFTER, RETRY_SECONDS);
    }
    if (status == HttpStatus.METHOD_NOT_ALLOWED_405) {
      response.getHeaders().put(HttpHeader.ALLOW, "POST, PUT");
    }
    if (status == HttpStatus.UNAUTHORIZED_401) {
      response.getHeaders().put(HttpHeader.WWW_AUTHENTICATE, "Bearer");
    }
    if (status != HttpStatus.OK_200) {
      response.getHeaders().put(new HttpField(HttpHeader.CONNECTION, "close"));
    }
    write(response, callback, status, "application/json", json + "\n");
  }

  private static void write(
      Response response, Callback callback, int status, String type, String text) {
    byte[] bytes = text.getBytes(UTF_8);
    response.setStatus(status);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, bytes.length);
    response.write(true, ByteBuffer.wrap(bytes), callback);
  }

  /** What a post is answered. The tally is null when the body was not looked at. */
  private record Outcome(int status, Tally tally, String error) {
    static Outcome refused(int status, String error) {
      return new Outcome(status, null, error);
    }
  }
}
