package io.greenstack.api.description;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Compiled process data as answers show them; the answers themselves are written without it.
 *
 * @param version of this form
 * @param layoutId what edge services keep it under
 * @param kind kind of description
 * @param product name of the device
 * @param parameters values that choose among frames and scalings
 * @param in what the device sends
 * @param out what the device is sent
 */
@Schema(name = "ProcessDataLayout")
public record LayoutView(int version, String layoutId, String kind, String product,
        List<LayoutParameterView> parameters,
        List<LayoutFrameView> in, List<LayoutFrameView> out) {

    /** A parameter that conditions ask for. */
    @Schema(name = "LayoutParameter")
    public record LayoutParameterView(String variable, int subindex, int index, String name,
            @Schema(name = "default") long defaultValue) {}

    /** A condition: a parameter has a value. */
    @Schema(name = "LayoutCondition")
    public record LayoutConditionView(String variable, int subindex, long value) {}

    /** Process data that holds while its conditions do. */
    @Schema(name = "LayoutFrame")
    public record LayoutFrameView(String id, String name, int bitLength, String byteOrder,
            List<LayoutConditionView> when, List<LayoutFieldView> fields) {}

    /** A value within process data; its offset is in bits from the least significant bit of the whole. */
    @Schema(name = "LayoutField")
    public record LayoutFieldView(String key, String name, int subindex, int element, int bitOffset, int bitLength,
            String type, String encoding, List<LayoutScalingView> scalings, List<LayoutLabelView> labels,
            List<LayoutSpecialView> specials, List<LayoutRangeView> ranges, boolean shown) {}

    /** How a raw number becomes a measurement: raw times gradient plus offset. */
    @Schema(name = "LayoutScaling")
    public record LayoutScalingView(List<LayoutConditionView> when, BigDecimal gradient, BigDecimal offset,
            int unitCode,
            String unit, String displayFormat, String source) {}

    /** The text of a raw number. */
    @Schema(name = "LayoutLabel")
    public record LayoutLabelView(BigInteger value, String text) {}

    /** A raw number that is no measurement. */
    @Schema(name = "LayoutSpecial")
    public record LayoutSpecialView(BigInteger value, String status, String text) {}

    /** Raw numbers that are allowed. */
    @Schema(name = "LayoutRange")
    public record LayoutRangeView(BigDecimal lower, BigDecimal upper, String name) {}
}
