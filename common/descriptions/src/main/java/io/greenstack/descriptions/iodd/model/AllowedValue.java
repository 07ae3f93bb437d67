package io.greenstack.descriptions.iodd.model;

/** A value or range that a datatype allows. */
public sealed interface AllowedValue extends IoddNode permits SingleValue, ValueRange, StdSingleValueRef,
        StdValueRangeRef {}
