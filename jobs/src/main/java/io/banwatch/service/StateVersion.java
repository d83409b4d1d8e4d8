package io.banwatch.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Which form the state in a directory has, and which policy it was made with. Stands beside the
 * checkpoints as JSON.
 *
 * @param stateVersion rises when state is written that older programs cannot read, or when older
 *     state cannot be read any more
 * @param policy the policy's hash
 */
record StateVersion(int stateVersion, String policy) {
  /**
   * What this program writes. Fields may be added to state without a new version. Version 2: what
   * is measured of keys moved to a package of its own.
   */
  static final int CURRENT = 2;

  private static final JsonMapper MAPPER = new JsonMapper();

  /** What this program writes under a policy. */
  static StateVersion current(String policy) {
    return new StateVersion(CURRENT, policy);
  }

  /**
   * Reads it.
   *
   * @return null when there is none
   * @throws ServiceException when it is damaged, or this program cannot read the state
   */
  static StateVersion read(Path file) throws ServiceException {
    if (!Files.exists(file)) {
      return null;
    }
    StateVersion found = parse(file);
    if (found.stateVersion() != CURRENT) {
      throw new ServiceException(
          file.getParent()
              + " holds state of version "
              + found.stateVersion()
              + ", and this banwatch reads version "
              + CURRENT
              + ". Run the banwatch that wrote it, or start anew with another --out; with"
              + " --learn-from LOG the new one learns from the log first.");
    }
    return found;
  }

  private static StateVersion parse(Path file) throws ServiceException {
    try {
      JsonNode json = MAPPER.readTree(Files.readString(file));
      JsonNode version = json.path("stateVersion");
      JsonNode policy = json.path("policy");
      if (!version.isInt() || !policy.isTextual()) {
        throw damaged(file, null);
      }
      return new StateVersion(version.intValue(), policy.textValue());
    } catch (JsonProcessingException e) {
      throw damaged(file, e);
    } catch (IOException e) {
      throw new ServiceException(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static ServiceException damaged(Path file, Exception cause) {
    return new ServiceException(
        file
            + " is damaged: expected {\"stateVersion\":"
            + CURRENT
            + ",\"policy\":\"…\"}. Restore it from a backup, or start anew with another --out.",
        cause);
  }

  /** Writes it, whole or not at all. */
  void write(Path file) throws IOException {
    String json =
        MAPPER.writeValueAsString(
            MAPPER.createObjectNode().put("stateVersion", stateVersion).put("policy", policy));
    Path unfinished = file.resolveSibling(file.getFileName() + ".tmp");
    Files.writeString(unfinished, json + "\n");
    try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
