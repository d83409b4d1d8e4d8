package io.banwatch.measure;

import java.util.ArrayList;
import java.util.List;

/**
 * What the metric log needs of an account: what its keys tell of each slice. Plain public fields as
 * in {@link KeySlices}.
 */
public class AccountSlices {
  /** The vendor. */
  public String vendor = "";

  /** The account. */
  public String account = "";

  /** When the operator looks at this account again, epoch milliseconds; 0 for not set. */
  public long timerAt;

  /** Those of the last minutes: the oldest first. */
  public List<AccountSlice> slices = new ArrayList<>();

  /** The slice of that number, begun when there is none. */
  AccountSlice slice(long number) {
    int place = slices.size();
    while (place > 0 && slices.get(place - 1).number >= number) {
      place--;
    }
    if (place < slices.size() && slices.get(place).number == number) {
      return slices.get(place);
    }
    AccountSlice begun = new AccountSlice();
    begun.number = number;
    slices.add(place, begun);
    return begun;
  }
}
