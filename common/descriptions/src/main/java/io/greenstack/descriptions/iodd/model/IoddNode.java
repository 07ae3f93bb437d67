package io.greenstack.descriptions.iodd.model;

/** An element of an IODD file as an immutable record. */
public interface IoddNode {

    /** Where the element stands, and what of it the typed components cannot say. */
    Source source();
}
