package io.banwatch.vendor;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.util.regex.Pattern;

/**
 * Reads message and codes out of a vendor's error body: JSON, JSON that was cut, or the same as
 * Python prints it. Only the known places are read, {@code message} and the codes of the top
 * object, of {@code error} and what stands in it, so that an echoed request is not taken for the
 * vendor's words.
 */
final class ErrorBody {
  private static final JsonFactory JSON =
      new JsonFactoryBuilder()
          .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
          .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .build();

  private static final Pattern PYTHON_WORD =
      Pattern.compile(": ?(?:None|True|False)(?=\\s*[,}\\]])");

  private final ErrorText said;
  private String message;

  private ErrorBody(ErrorText said) {
    this.said = said;
  }

  /**
   * The body's message, empty when it has none.
   *
   * @param body starts with a brace; what follows the object is ignored
   * @param said receives the codes and statuses
   */
  static String message(String body, ErrorText said) {
    boolean python = body.startsWith("'", firstQuote(body));
    String json = python ? PYTHON_WORD.matcher(body).replaceAll(": null") : body;
    ErrorBody reader = new ErrorBody(said);
    if (!reader.read(json) && reader.message == null) {
      reader.read(closed(json, python));
    }
    return reader.message == null ? "" : reader.message;
  }

  private static int firstQuote(String body) {
    for (int i = 0; i < body.length(); i++) {
      if (body.charAt(i) == '"' || body.charAt(i) == '\'') {
        return i;
      }
    }
    return 0;
  }

  /** A body that was cut within its message gives the part that is there. */
  private static String closed(String json, boolean python) {
    int end = json.length();
    while (end > 0 && json.charAt(end - 1) == '\\') {
      end--;
    }
    return json.substring(0, end) + (python ? '\'' : '"');
  }

  private boolean read(String json) {
    try (JsonParser parser = JSON.createParser(json)) {
      parser.nextToken();
      object(parser);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private void object(JsonParser parser) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String field = parser.currentName();
      JsonToken value = parser.nextToken();
      if (value == null) {
        return;
      }
      if (!isRead(field)) {
        parser.skipChildren();
      } else if (value == JsonToken.START_OBJECT) {
        object(parser);
      } else if (value == JsonToken.START_ARRAY) {
        array(parser);
      } else if (value.isScalarValue() && value != JsonToken.VALUE_NULL) {
        scalar(field, parser.getText());
      }
    }
  }

  private void array(JsonParser parser) throws IOException {
    JsonToken token = parser.nextToken();
    while (token != null && token != JsonToken.END_ARRAY) {
      if (token == JsonToken.START_OBJECT) {
        object(parser);
      } else {
        parser.skipChildren();
      }
      token = parser.nextToken();
    }
  }

  private static boolean isRead(String field) {
    return switch (field) {
      case "error", "message", "Message", "type", "__type", "code", "status", "reason" -> true;
      case "details", "innererror", "detail" -> true;
      default -> false;
    };
  }

  private void scalar(String field, String value) {
    boolean words =
        field.equalsIgnoreCase("message") || field.equals("error") || field.equals("detail");
    if (!words) {
      said.code(value.substring(value.lastIndexOf('#') + 1));
    } else if (message == null) {
      message = value;
    }
  }
}
