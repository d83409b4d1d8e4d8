package io.banwatch.log;

/**
 * Records of one file that follow each other in the merged log too.
 *
 * @param file whose they are
 * @param block holds them; null when there are none
 * @param from the first one's place in the block
 * @param to the place after the last one
 * @param ended whether the file has no more
 */
record Run(LogFile file, DecodedBlock block, int from, int to, boolean ended) {
  static Run end(LogFile file) {
    return new Run(file, null, 0, 0, true);
  }

  int size() {
    return to - from;
  }
}
