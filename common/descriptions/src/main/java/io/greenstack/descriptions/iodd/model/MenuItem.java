package io.greenstack.descriptions.iodd.model;

/** An item of a menu. */
public sealed interface MenuItem extends IoddNode permits DataItemRef, MenuRef {}
