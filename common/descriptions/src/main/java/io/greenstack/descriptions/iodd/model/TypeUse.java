package io.greenstack.descriptions.iodd.model;

/** A type where it is used: written there, or referred to. */
public sealed interface TypeUse extends IoddNode permits Datatype, DatatypeRef {}
