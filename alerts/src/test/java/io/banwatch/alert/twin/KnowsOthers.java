package io.banwatch.alert.twin;

import io.banwatch.policy.Growth;
import io.banwatch.vendor.Answer;
import org.apache.flink.twin.PretendedFlink;

/** Breaks the rules of this package, so that a test can see them fail. */
interface KnowsOthers extends PretendedFlink {
  Growth growth();

  Answer answer();
}
