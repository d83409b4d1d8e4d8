package io.banwatch.measure;

/** What a key did in one slice. Plain public fields as in {@link KeySlices}. */
public class KeySlice {
  /** The slice's number. */
  public long number;

  /** What was written of it last; null before the first time. */
  public SliceUsage written;

  /** What came since; null when nothing did. */
  public SliceUsage pending;

  /** Where its requests came from. */
  public SliceAddresses addresses = new SliceAddresses();

  /** What the vendor said of its rate limits; null when it said nothing. */
  public SliceLimits limits;

  /** Of what came since, requests that count for pace. */
  public long pacedRequests;

  /** Their input, as {@code PaceMeasure.INPUT} weighs it. */
  public long pacedInput;

  /** Their output. */
  public long pacedOutput;
}
