package io.banwatch.dashboards;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Where requests come from. */
final class Places {
  static final String EMPTY =
      "no places known in this time: no traffic, or the gateway's log holds no client addresses";

  private Places() {}

  static Panel countries(String scope) {
    return Panels.stacked(
            "Requests a minute, by country", "Did traffic begin to come from somewhere else?")
        .unit("short")
        .empty(EMPTY)
        .ask(
            Query.series(
                "$tag_country",
                """
                SELECT sum("requests") * 60000 / $__interval_ms AS "requests" FROM "key_place"
                WHERE $timeFilter AND %s GROUP BY time($__interval), "country" fill(null)\
                """,
                scope));
  }

  static Panel table(String scope) {
    Panel table =
        Panels.table("Places", "Which key is used from where, through which network?")
            .size(24, 9)
            .empty(EMPTY)
            .ask(places("\"vendor\", \"account\", \"api_key\", \"country\", \"network\"", scope));
    return new Columns(table)
        .key()
        .column("country", "Country", 80)
        .column("city", "City", 140)
        .column("network", "Network", 260)
        .column(
            "network_kind",
            "Kind",
            100,
            "mappings",
            kinds(),
            "custom.cellOptions",
            Columns.coloured())
        .column("address", "Newest address", 160)
        .number("requests", "Requests", "short")
        .column("radius_km", "Accurate to", 110, "unit", "lengthkm")
        .column("latitude", "Latitude", 90, "decimals", 1)
        .column("longitude", "Longitude", 90, "decimals", 1)
        .account()
        .vendor()
        .sortedBy("Requests")
        .panel();
  }

  /** On the outlines of countries that Grafana itself brings: no tile server is asked. */
  static Panel map(String scope) {
    return new Panel(
            "geomap",
            "Where requests come from",
            "Is anybody where nobody of ours should be? The larger a mark, the more requests;"
                + " its colour is the kind of the network.")
        .size(24, 13)
        .unit("none")
        .empty(EMPTY)
        .field("color", Json.object("mode", "thresholds"))
        .field("thresholds", Thresholds.plain(Level.INFO.colour()))
        .override("network_kind", "mappings", kinds())
        .option("basemap", outlines())
        .option(
            "controls",
            Json.object(
                "mouseWheelZoom", false,
                "showAttribution", false,
                "showDebug", false,
                "showMeasure", false,
                "showScale", false,
                "showZoom", true))
        .option("layers", Json.array(marks()))
        .option("tooltip", Json.object("mode", "details"))
        .option(
            "view",
            Json.object("allLayers", true, "id", "coords", "lat", 30, "lon", 10, "zoom", 1.8))
        .ask(places("\"country\", \"network\"", scope));
  }

  private static Query places(String tags, String scope) {
    return Query.table(
        """
        SELECT sum("requests") AS "requests", last("latitude") AS "latitude",
        last("longitude") AS "longitude", last("radius_km") AS "radius_km", last("city") AS "city",
        last("network_kind") AS "network_kind", last("address") AS "address" FROM "key_place"
        WHERE $timeFilter AND %s GROUP BY %s\
        """,
        scope, tags);
  }

  private static ObjectNode outlines() {
    return Json.object(
        "config",
        Json.object(
            "rules",
            Json.array(),
            "src",
            "public/maps/countries.geojson",
            "style",
            Json.object(
                "color",
                Json.object("fixed", "rgba(142, 142, 142, 0.6)"),
                "lineWidth",
                1,
                "opacity",
                0.1)),
        "name",
        "Outlines of countries",
        "type",
        "geojson");
  }

  private static ObjectNode marks() {
    return Json.object(
        "config",
        Json.object(
            "showLegend",
            true,
            "style",
            Json.object(
                "color", Json.object("field", "network_kind", "fixed", Level.INFO.colour()),
                "opacity", 0.7,
                "size", Json.object("field", "requests", "fixed", 6, "max", 24, "min", 5),
                "symbol", Json.object("fixed", "img/icons/marker/circle.svg", "mode", "fixed"))),
        "location",
        Json.object("latitude", "latitude", "longitude", "longitude", "mode", "coords"),
        "name",
        "Requests",
        "tooltip",
        true,
        "type",
        "markers");
  }

  /** Not levels: a hosting network is no alert. Words stand beside the colours. */
  private static ArrayNode kinds() {
    return Json.array(
        Json.object(
            "options",
            Json.object(
                "access", Json.object("color", Palette.OBSERVED, "index", 0, "text", "access"),
                "declared",
                    Json.object("color", Level.NONE.colour(), "index", 1, "text", "declared"),
                "hosting",
                    Json.object("color", Level.WARNING.colour(), "index", 2, "text", "hosting"),
                "vpn", Json.object("color", Level.CRITICAL.colour(), "index", 3, "text", "VPN")),
            "type",
            "value"));
  }
}
