package io.banwatch.cli;

import io.banwatch.alert.IsoTime;
import io.banwatch.alert.PlainText;
import io.banwatch.tell.DeadLetter;
import io.banwatch.tell.DeadLetterBox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code banwatch notify dead-letters}. */
@Command(
    name = "dead-letters",
    header = "Shows what receivers did not take, and tells it again.",
    description = {
      "Prints one line for each change that was given up: when, for whom, which alert, why, and what"
          + " the receiver answered. With --redeliver they are told again under the same ids, at"
          + " once where banwatch run works, else when it starts; a receiver that answered 410 is"
          + " taken up again by it.",
    },
    footer = {
      "",
      "Example:",
      "  banwatch notify dead-letters --out out --redeliver",
    })
final class NotifyDeadLettersCommand implements Callable<Integer> {
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_ANSWER = 500;

  private final Terminal terminal;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "The directory of banwatch run.")
  private Path out;

  @Option(names = "--redeliver", description = "Tell all of them again.")
  private boolean redeliver;

  NotifyDeadLettersCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (!Files.isDirectory(out)) {
      throw CommandException.wrongUsage("--out " + out + " is no directory");
    }
    DeadLetterBox box = new DeadLetterBox(out);
    try {
      for (DeadLetter letter : box.letters()) {
        terminal.print(line(letter));
      }
      if (box.unreadable() > 0) {
        terminal.message(box.unreadable() + " lines cannot be read, and are passed over");
      }
      if (redeliver) {
        int again = box.redeliver();
        terminal.message(again + " are told again");
      }
    } catch (IOException e) {
      throw CommandException.failed(
          "the dead letters in " + out + " cannot be used: " + e.getMessage(), e);
    }
    return ExitCode.DONE;
  }

  private static String line(DeadLetter letter) {
    String status = letter.status() == 0 ? "-" : Integer.toString(letter.status());
    return String.join(
        "  ",
        IsoTime.format(letter.at()),
        PlainText.of(letter.receiver(), LONGEST_NAME),
        PlainText.of(letter.id(), LONGEST_NAME) + "-" + letter.sequence(),
        PlainText.of(letter.reason(), LONGEST_NAME),
        status,
        letter.answer() == null ? "-" : PlainText.of(letter.answer(), LONGEST_ANSWER));
  }
}
