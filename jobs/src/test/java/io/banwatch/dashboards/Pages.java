package io.banwatch.dashboards;

import java.util.List;

/** All pages, in the order of the links at their tops. */
final class Pages {
  static final List<Page> ALL =
      List.of(
          OverviewPage.page(),
          AccountPage.page(),
          KeyPage.page(),
          PlacesPage.page(),
          TokensPage.page(),
          AlertsPage.page(),
          TuningPage.page(),
          MonthsPage.page(),
          PipelinePage.page());

  private Pages() {}

  /** The name of a page's file under {@code dashboards/}. */
  static String file(Page page) {
    return page.uid().replaceFirst("^banwatch-", "") + ".json";
  }
}
