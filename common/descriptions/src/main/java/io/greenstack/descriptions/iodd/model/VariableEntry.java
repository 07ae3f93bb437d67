package io.greenstack.descriptions.iodd.model;

/** An entry of the variable collection. */
public sealed interface VariableEntry extends IoddNode permits StdVariableRef, DirectParameterOverlay, Variable {

    /** Id that menus and conditions refer to. */
    String id();
}
