package io.banwatch.dashboards;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Ways from one page to another. They keep the time and every choice that both pages know; a page
 * about one key takes no list of keys.
 */
final class Links {
  /** Written out: the default of a link leaves {@code #} as it is, and every key has one. */
  private static final String VALUE = "var-%s=${__data.fields.%s:percentencode}";

  private Links() {}

  static String path(String uid) {
    return "/d/" + uid + "/" + uid;
  }

  static ObjectNode toAccount() {
    return row("Account", AccountPage.UID, List.of("vendor", "account"));
  }

  static ObjectNode toKey() {
    return row("Key", KeyPage.UID, List.of("vendor", "account", "api_key"));
  }

  static ObjectNode toTuning() {
    return row("Its thresholds", TuningPage.UID, List.of("vendor", "account", "api_key"));
  }

  /** A link at the top of a page. */
  static ObjectNode page(Page from, Page to) {
    String variables =
        to.variables().stream()
            .filter(variable -> from.gives(variable))
            .map(variable -> "&${" + variable.name() + ":queryparam}")
            .collect(Collectors.joining());
    return Json.object(
        "asDropdown",
        false,
        "icon",
        "dashboard",
        "includeVars",
        false,
        "keepTime",
        true,
        "tags",
        Json.array(),
        "targetBlank",
        false,
        "title",
        to.name(),
        "tooltip",
        to.question(),
        "type",
        "link",
        "url",
        path(to.uid()) + "?${datasource:queryparam}" + variables);
  }

  private static ObjectNode row(String title, String uid, List<String> columns) {
    String values =
        columns.stream().map(name -> VALUE.formatted(name, name)).collect(Collectors.joining("&"));
    return Json.object(
        "targetBlank",
        false,
        "title",
        title,
        "url",
        path(uid) + "?${__url_time_range}&${datasource:queryparam}&" + values);
  }
}
