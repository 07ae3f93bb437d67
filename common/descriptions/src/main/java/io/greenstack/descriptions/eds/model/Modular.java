package io.greenstack.descriptions.eds.model;

import java.util.List;

/**
 * Section [Modular]: how the device sits in a chassis, or what the chassis takes.
 *
 * @param width slots the module occupies, null if it is no module
 * @param slotsInRack {@code DefineSlotsInRack}: slots the chassis has, null if it is no chassis
 * @param slotDisplayRule {@code SlotDisplayRule}, null if not given
 * @param racks chassis the module fits
 */
public record Modular(Integer width, Integer slotsInRack, String slotDisplayRule, List<Rack> racks) {

    /**
     * Entry {@code RackN}: a chassis the module fits.
     *
     * @param number N
     * @param vendorCode vendor of the chassis, null if missing
     * @param productType device profile of the chassis, null if missing
     * @param productCode product code of the chassis, null if missing
     * @param revision revision of the chassis, null if missing
     * @param slots slots the module may sit in; empty if none are named
     */
    public record Rack(int number, Integer vendorCode, Integer productType, Long productCode, EdsRevision revision,
            List<Integer> slots) {

        public Rack {
            slots = List.copyOf(slots);
        }
    }

    public Modular {
        racks = List.copyOf(racks);
    }
}
