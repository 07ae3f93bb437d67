package io.greenstack.descriptions.iodd.model;

import java.util.List;

/**
 * A test setting.
 *
 * @param element {@code Config1} to {@code Config7}
 * @param index ISDU index
 * @param testValue octets {@code 0x..,0x..}, null if none
 * @param triggers values that raise events
 * @param source place in the file
 */
public record TestConfig(String element, Integer index, String testValue, List<EventTrigger> triggers,
        Source source) implements IoddNode {

    public TestConfig {
        triggers = List.copyOf(triggers);
    }
}
