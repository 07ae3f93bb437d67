package io.greenstack.edge.sink;

import java.util.List;

/**
 * What one message says. A sink stores every reading that can be stored, and tells of the others.
 *
 * @param device whose it is
 * @param readings at least one, in the order of the message
 */
public record SinkMessage(String device, List<Reading> readings) {}
