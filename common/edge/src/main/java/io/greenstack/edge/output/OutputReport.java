package io.greenstack.edge.output;

/** Tells of one output; a bean of each is shown by the service. */
@FunctionalInterface
public interface OutputReport {

    /** The output at this instant; answers at once. */
    Output now();
}
