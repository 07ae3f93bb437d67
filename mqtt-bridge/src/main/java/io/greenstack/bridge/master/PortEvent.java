package io.greenstack.bridge.master;

import java.time.Instant;

/**
 * An event of the device on a port, as its master tells it.
 *
 * @param port where it hangs
 * @param code event code, 0 to 65535
 * @param mode {@code appears}, {@code disappears} or {@code singleshot}
 * @param type {@code notification}, {@code warning} or {@code error}, null if not told
 * @param time when it happened, null where the master does not say
 */
public record PortEvent(int port, int code, String mode, String type, Instant time) {}
