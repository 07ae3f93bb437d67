package io.greenstack.descriptions.iodd.model;

import java.math.BigDecimal;

/**
 * Scale, unit and format of an item of process data.
 *
 * @param element {@code ProcessDataInfo} or {@code ProcessDataRecordItemInfo}
 * @param subindex subindex of the item, null for the whole
 * @param gradient factor, null = none
 * @param offset summand, null = none
 * @param unitCode unit, null = none
 * @param displayFormat {@code Dec}, {@code Dec.2}, {@code Hex}, {@code Bin}; null = as the type suggests
 * @param source place in the file
 */
public record ProcessDataInfo(String element, Integer subindex, BigDecimal gradient, BigDecimal offset,
        Integer unitCode, String displayFormat, Source source) implements IoddNode {

    /** True if nothing but the item is named: it is shown, but neither scaled nor given a unit. */
    public boolean isBare() {
        return gradient == null && offset == null && unitCode == null;
    }
}
