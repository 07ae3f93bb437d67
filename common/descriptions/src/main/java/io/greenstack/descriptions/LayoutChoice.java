package io.greenstack.descriptions;

/**
 * What of a description's process data a device uses; exactly one member is given.
 *
 * @param connection number of a connection
 * @param assembly number or keyword of an assembly
 */
public record LayoutChoice(Integer connection, String assembly) {

    public LayoutChoice {
        if ((connection == null) == (assembly == null)) {
            throw new IllegalArgumentException("Either a connection or an assembly is chosen");
        }
    }

    @Override
    public String toString() {
        return connection == null ? assembly : connection.toString();
    }
}
