package io.banwatch.tell;

import io.banwatch.alert.Alert;
import io.banwatch.policy.Receiver;
import io.banwatch.policy.Telling;
import io.banwatch.webhook.Notice;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;
import org.apache.flink.api.common.operators.MailboxExecutor;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.operators.StreamOperatorParameters;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Deliveries, keyed by receiver; dead letters come out. The task's thread never waits for a
 * receiver: a message is sent, and its answer comes back through the mailbox, so a checkpoint holds
 * what waits and what is in flight alike, and after a restart that is sent again under the same id.
 *
 * <p>One subtask, so that a receiver that is gone can be told of to all others.
 */
final class DeliveriesOperator extends AbstractStreamOperator<DeadLetter>
    implements OneInputStreamOperator<Addressed, DeadLetter>, Triggerable<String, VoidNamespace> {
  private static final long serialVersionUID = 1L;

  private final transient MailboxExecutor mailbox;
  private final DeliverySettings settings;
  private transient KeyedStore store;
  private transient InternalTimerService<VoidNamespace> timers;
  private transient Courier courier;
  private transient String policyHash;
  private transient DeliveryCounts counts;
  private transient Map<String, ReceiverDeliveries> byReceiver;
  private transient Map<String, Long> wakes;

  DeliveriesOperator(StreamOperatorParameters<DeadLetter> parameters, DeliverySettings settings) {
    super(parameters);
    this.settings = settings;
    this.mailbox = parameters.getMailboxExecutor();
  }

  @Override
  public void open() throws Exception {
    super.open();
    store = new KeyedStore(getKeyedStateStore());
    timers = getInternalTimerService("wake", VoidNamespaceSerializer.INSTANCE, this);
    Telling telling = settings.whoIsTold().telling();
    policyHash = settings.whoIsTold().policy().hash();
    courier = settings.courier().make();
    counts = new DeliveryCounts(getMetricGroup());
    byReceiver = new HashMap<>();
    wakes = new HashMap<>();
    for (Receiver receiver : telling.receivers()) {
      byReceiver.put(
          receiver.name(),
          new ReceiverDeliveries(
              receiver,
              telling,
              settings.schedule(),
              settings.mostWaiting(),
              store,
              new Way(receiver),
              counts.of(receiver.name())));
    }
    // What waited at the last checkpoint goes out once the job runs.
    mailbox.execute(this::resume, "resume deliveries");
  }

  private void resume() throws Exception {
    Set<String> names = new LinkedHashSet<>(byReceiver.keySet());
    try (Stream<String> kept =
        this.<String>getKeyedStateBackend()
            .getKeys(List.of(KeyedStore.RECEIVER, KeyedStore.EPISODES), VoidNamespace.INSTANCE)) {
      kept.forEach(names::add);
    }
    for (String name : names) {
      setCurrentKey(name);
      ReceiverDeliveries deliveries = byReceiver.get(name);
      if (deliveries == null) {
        removed(name).giveUpAll(store, now());
      } else {
        deliveries.resume(now());
      }
    }
  }

  @Override
  public void processElement(StreamRecord<Addressed> element) {
    Addressed addressed = element.getValue();
    ReceiverDeliveries deliveries = byReceiver.get(addressed.receiver());
    if (deliveries == null) {
      removed(addressed.receiver()).refuse(addressed, now());
      return;
    }
    deliveries.take(addressed, Lines.alert(addressed.line()), now());
    deliveries.pump(now());
  }

  @Override
  public void onProcessingTime(InternalTimer<String, VoidNamespace> timer) {
    wakes.remove(timer.getKey());
    ReceiverDeliveries deliveries = byReceiver.get(timer.getKey());
    if (deliveries != null) {
      deliveries.pump(now());
    }
  }

  @Override
  public void onEventTime(InternalTimer<String, VoidNamespace> timer) {
    throw new IllegalStateException("deliveries know no event time");
  }

  private void answered(Receiver receiver, List<Sent> sent, Answer answer) {
    setCurrentKey(receiver.name());
    byReceiver.get(receiver.name()).answered(sent, answer, now());
  }

  /** Tells everybody else; the receiver itself cannot hear of it. */
  private void tellOthers(Receiver receiver, Alert alert) {
    String line = Lines.of(alert);
    Object key = getCurrentKey();
    byReceiver.forEach(
        (name, deliveries) -> {
          if (!name.equals(receiver.name())) {
            setCurrentKey(name);
            deliveries.take(new Addressed(name, true, false, line), alert, now());
            deliveries.pump(now());
          }
        });
    setCurrentKey(key);
  }

  private RemovedReceiver removed(String name) {
    return new RemovedReceiver(name, this::letter, Notices.of(settings.notices()));
  }

  private void letter(DeadLetter letter) {
    output.collect(new StreamRecord<>(letter));
  }

  private long now() {
    return getProcessingTimeService().getCurrentProcessingTime();
  }

  @Override
  public void close() throws Exception {
    if (courier != null) {
      courier.close();
    }
    super.close();
  }

  /** One receiver's effects. Called with the receiver as the current key. */
  private final class Way implements Outlet {
    private final Receiver receiver;

    Way(Receiver receiver) {
      this.receiver = receiver;
    }

    @Override
    public void send(Notice notice, List<Sent> sent, long now) {
      courier.deliver(receiver, notice, now, answer -> enqueue(sent, answer));
    }

    private void enqueue(List<Sent> sent, Answer answer) {
      try {
        mailbox.execute(() -> answered(receiver, sent, answer), "answer of %s", receiver.name());
      } catch (RejectedExecutionException e) {
        // The job ends; the message is sent again when it goes on.
      }
    }

    @Override
    public void deadLetter(DeadLetter letter) {
      letter(letter);
    }

    @Override
    public void say(String words) {
      Notices.of(settings.notices()).accept(words);
    }

    @Override
    public void wakeAt(long at) {
      long wanted = Math.max(at, now() + 1);
      Long set = wakes.get(receiver.name());
      if (set == null || wanted < set) {
        wakes.put(receiver.name(), wanted);
        timers.registerProcessingTimeTimer(VoidNamespace.INSTANCE, wanted);
      }
    }

    @Override
    public void gone(ReceiverState state, long now) {
      say(ReceiverGone.words(receiver, state));
      tellOthers(receiver, ReceiverGone.firing(receiver, state, policyHash));
    }

    @Override
    public void reopened(long goneSince, long now) {
      tellOthers(receiver, ReceiverGone.resolved(receiver, goneSince, policyHash, now));
    }

    @Override
    public String addressHash() {
      return courier.addressHash(receiver);
    }
  }
}
