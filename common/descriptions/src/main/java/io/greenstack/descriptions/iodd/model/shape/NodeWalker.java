package io.greenstack.descriptions.iodd.model.shape;

import java.util.Arrays;
import java.util.List;

import io.greenstack.descriptions.iodd.model.IoddNode;

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

    private static final int FIRST_DEPTH = 16;

    private final Visitor visitor;
    private String root = "";
    private Slot<?>[] slots = new Slot<?>[FIRST_DEPTH];
    private IoddNode[] nodes = new IoddNode[FIRST_DEPTH];
    private int depth;

    /** A walker that tells a visitor. */
    public NodeWalker(Visitor visitor) {
        this.visitor = visitor;
    }

    /** Path of the element being visited; made only when it is asked for. */
    public String path() {
        StringBuilder path = new StringBuilder(root);
        for (int i = 0; i < depth; i++) {
            path.append('/').append(slots[i].elementName(nodes[i]));
        }
        return path.toString();
    }

    /** Visits an element and all below it. */
    public <T extends IoddNode> void walk(String elementName, T node, Shape<T> shape) {
        root = elementName;
        depth = 0;
        visit(node, shape);
    }

    private <T extends IoddNode> void visit(T node, Shape<T> shape) {
        if (!visitor.visit(node)) {
            return;
        }
        List<Slot<T>> all = shape.slots();
        for (int i = 0; i < all.size(); i++) {
            Slot<T> slot = all.get(i);
            for (IoddNode child : slot.children(node)) {
                enter(slot, child);
                visit(child, slot.shapeOf(child));
                depth--;
            }
        }
    }

    private void enter(Slot<?> slot, IoddNode child) {
        if (depth == nodes.length) {
            slots = Arrays.copyOf(slots, depth * 2);
            nodes = Arrays.copyOf(nodes, depth * 2);
        }
        slots[depth] = slot;
        nodes[depth++] = child;
    }
}
