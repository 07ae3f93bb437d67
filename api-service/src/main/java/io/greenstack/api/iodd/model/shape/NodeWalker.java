package io.greenstack.api.iodd.model.shape;

import java.util.ArrayDeque;
import java.util.Deque;

import io.greenstack.api.iodd.model.IoddNode;

/** Visits an element and all elements below it in schema order. Not thread-safe. */
public final class NodeWalker {

    /** Is told of every element. */
    @FunctionalInterface
    public interface Visitor {

        /**
         * An element; its path can be asked of the walker.
         *
         * @return false to leave out what is below it
         */
        boolean visit(IoddNode node);
    }

    private final Deque<String> names = new ArrayDeque<>();
    private final Visitor visitor;

    /** A walker that tells a visitor. */
    public NodeWalker(Visitor visitor) {
        this.visitor = visitor;
    }

    /** Path of the element being visited. */
    public String path() {
        return String.join("/", names);
    }

    /** Visits an element and all below it. */
    public <T extends IoddNode> void walk(String elementName, T node, Shape<T> shape) {
        names.addLast(elementName);
        if (visitor.visit(node)) {
            for (Slot<T> slot : shape.slots()) {
                for (IoddNode child : slot.children(node)) {
                    walk(slot.elementName(child), child, slot.shapeOf(child));
                }
            }
        }
        names.removeLast();
    }
}
