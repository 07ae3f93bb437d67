package io.greenstack.descriptions.iodd.model;

import java.util.List;

/**
 * What automatic tests need, clause 7.6.1.
 *
 * @param xsiType {@code xsi:type}, null if not given
 * @param configs settings
 * @param source place in the file
 */
public record TestProfile(String xsiType, List<TestConfig> configs, Source source) implements IoddNode {

    public TestProfile {
        configs = List.copyOf(configs);
    }
}
