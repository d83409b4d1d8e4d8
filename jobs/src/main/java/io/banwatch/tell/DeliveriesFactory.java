package io.banwatch.tell;

import org.apache.flink.streaming.api.operators.AbstractStreamOperatorFactory;
import org.apache.flink.streaming.api.operators.OneInputStreamOperatorFactory;
import org.apache.flink.streaming.api.operators.StreamOperator;
import org.apache.flink.streaming.api.operators.StreamOperatorParameters;

/** Makes the operator where it runs: it needs the mailbox of its task. */
final class DeliveriesFactory extends AbstractStreamOperatorFactory<DeadLetter>
    implements OneInputStreamOperatorFactory<Addressed, DeadLetter> {
  private static final long serialVersionUID = 1L;

  private final DeliverySettings settings;

  DeliveriesFactory(DeliverySettings settings) {
    this.settings = settings;
  }

  @Override
  @SuppressWarnings({
    "unchecked",
    "TypeParameterUnusedInFormals"
  }) // The operator is what the caller's type variable stands for.
  public <T extends StreamOperator<DeadLetter>> T createStreamOperator(
      StreamOperatorParameters<DeadLetter> parameters) {
    return (T) new DeliveriesOperator(parameters, settings);
  }

  @Override
  @SuppressWarnings("rawtypes") // The interface's.
  public Class<? extends StreamOperator> getStreamOperatorClass(ClassLoader loader) {
    return DeliveriesOperator.class;
  }
}
