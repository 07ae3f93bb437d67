package io.greenstack.descriptions.iodd.model;

/** An event: the device's own, or a reference to a standard one. */
public sealed interface EventEntry extends IoddNode permits StdEventRef, Event {

    /** Event code, 0..65535. */
    Integer code();
}
