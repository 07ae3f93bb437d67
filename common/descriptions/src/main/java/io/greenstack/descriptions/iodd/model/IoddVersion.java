package io.greenstack.descriptions.iodd.model;

import java.util.stream.Stream;

/** Version of the IODD specification a file follows. */
public enum IoddVersion {
    /** IODD 1.0 and 1.0.1, for IO-Link 1.0 devices. */
    V1_0_1("1.0.1", "http://www.io-link.com/IODD/2009/11"),
    /** IODD 1.1, for IO-Link 1.1 devices. */
    V1_1("1.1", "http://www.io-link.com/IODD/2010/10");

    private final String label;
    private final String namespace;

    IoddVersion(String label, String namespace) {
        this.label = label;
        this.namespace = namespace;
    }

    /** {@code 1.0.1} or {@code 1.1}. */
    public String label() {
        return label;
    }

    /** XML namespace of the files. */
    public String namespace() {
        return namespace;
    }

    /** The version of a namespace, null for any other namespace. */
    public static IoddVersion ofNamespace(String namespace) {
        return Stream.of(values()).filter(version -> version.namespace.equals(namespace)).findFirst().orElse(null);
    }
}
