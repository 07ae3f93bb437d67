package io.greenstack.api.iodd.model.shape;

import io.greenstack.api.iodd.model.IoddNode;

/** Visits an element and all elements below it in schema order. Not thread-safe. */
public final class NodeWalker {

    /** Is told of every element. */
    @FunctionalInterface
    public interface Visitor {

        /** An element; its path can be asked of the walker. */
        void visit(IoddNode node);
    }

    private final StringBuilder path = new StringBuilder();
    private final Visitor visitor;

    /** A walker that tells a visitor. */
    public NodeWalker(Visitor visitor) {
        this.visitor = visitor;
    }

    /** Path of the element being visited. */
    public String path() {
        return path.toString();
    }

    /** Visits an element and all below it. */
    public <T extends IoddNode> void walk(String elementName, T node, Shape<T> shape) {
        int parent = path.length();
        path.append(parent == 0 ? "" : "/").append(elementName);
        visitor.visit(node);
        for (Slot<T> slot : shape.slots()) {
            for (IoddNode child : slot.children(node)) {
                walk(slot.elementName(child), child, slot.shapeOf(child));
            }
        }
        path.setLength(parent);
    }
}
