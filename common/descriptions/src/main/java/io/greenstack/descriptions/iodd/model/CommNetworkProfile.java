package io.greenstack.descriptions.iodd.model;

/**
 * Communication characteristics, clause 7.6.
 *
 * @param xsiType {@code IOLinkCommNetworkProfileT} or the wireless one
 * @param iolinkRevision revision of IO-Link, {@code V1.1}
 * @param compatibleWith older revision it also works with, null if none
 * @param iolinkWirelessRevision revision of IO-Link Wireless, null if wired
 * @param transportLayers physical layers
 * @param test test settings, null if none
 * @param source place in the file
 */
public record CommNetworkProfile(String xsiType, String iolinkRevision, String compatibleWith,
        String iolinkWirelessRevision, TransportLayers transportLayers, TestProfile test,
        Source source) implements IoddNode {}
