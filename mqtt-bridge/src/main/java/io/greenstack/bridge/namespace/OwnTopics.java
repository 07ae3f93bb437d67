package io.greenstack.bridge.namespace;

import jakarta.inject.Singleton;

import io.greenstack.bridge.dialect.OwnOutput;

/** All topics under which the bridge publishes values; nothing below them is news. */
@Singleton
class OwnTopics implements OwnOutput {

    private final NamespaceOutput plant;
    private final NodeOutput node;

    OwnTopics(NamespaceOutput plant, NodeOutput node) {
        this.plant = plant;
        this.node = node;
    }

    @Override
    public boolean concerns(String topic) {
        return plant.concerns(topic) || node.concerns(topic);
    }
}
