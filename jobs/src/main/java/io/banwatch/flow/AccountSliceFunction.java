package io.banwatch.flow;

import io.banwatch.measure.AccountSlices;
import io.banwatch.measure.AccountSlicing;
import io.banwatch.measure.SliceShare;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** Fetches an account's slices and shows them what its keys tell. */
final class AccountSliceFunction extends KeyedProcessFunction<String, SliceShare, byte[]> {
  private static final long serialVersionUID = 1L;

  private transient AccountSlicing slicing;
  private transient ValueState<AccountSlices> states;

  @Override
  public void open(OpenContext context) {
    slicing = new AccountSlicing();
    states =
        getRuntimeContext()
            .getState(
                new ValueStateDescriptor<>("slices", TypeInformation.of(AccountSlices.class)));
  }

  /** What the state is keyed by. */
  static String keyOf(SliceShare share) {
    return share.vendor + "/" + share.account;
  }

  @Override
  public void processElement(SliceShare share, Context context, Collector<byte[]> out)
      throws Exception {
    AccountSlices account = states.value();
    if (account == null) {
      account = new AccountSlices();
    }
    slicing.observe(share, account);
    setTimer(account, context);
    states.update(account);
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<byte[]> out)
      throws Exception {
    AccountSlices account = states.value();
    if (account == null || timestamp != account.timerAt) {
      return;
    }
    account.timerAt = 0;
    slicing.advance(context.timerService().currentWatermark(), account, out::collect);
    if (slicing.nextTimer(account) == Long.MAX_VALUE) {
      states.clear();
      return;
    }
    setTimer(account, context);
    states.update(account);
  }

  private void setTimer(AccountSlices account, Context context) {
    long next = slicing.nextTimer(account);
    if (account.timerAt == 0 || next < account.timerAt) {
      account.timerAt = next;
      context.timerService().registerEventTimeTimer(next);
    }
  }
}
