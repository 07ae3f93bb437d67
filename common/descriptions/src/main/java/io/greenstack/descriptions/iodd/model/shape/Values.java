package io.greenstack.descriptions.iodd.model.shape;

import io.greenstack.descriptions.iodd.model.Source;

/** The components of a record about to be made, handed out in the order in which the shape declares them. */
public final class Values {

    private final Object[] values;
    private final Source source;
    private int next;

    /** Values in the order of the shape. */
    public Values(Object[] values, Source source) {
        this.values = values;
        this.source = source;
    }

    /** The next component; lists are never null. */
    @SuppressWarnings("unchecked")
    public <V> V next() {
        return (V) values[next++];
    }

    /** The place in the file. */
    public Source source() {
        return source;
    }
}
