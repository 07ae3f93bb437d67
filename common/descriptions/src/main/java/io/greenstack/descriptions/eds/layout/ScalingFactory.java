package io.greenstack.descriptions.eds.layout;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

import io.greenstack.core.processdata.DisplayFormat;
import io.greenstack.core.processdata.Scaling;
import io.greenstack.core.processdata.ScalingSource;
import io.greenstack.descriptions.eds.model.EdsIndex;
import io.greenstack.descriptions.eds.model.EdsParameter;
import io.greenstack.descriptions.eds.model.EdsParameter.Descriptor;
import io.greenstack.descriptions.eds.model.EdsParameter.ParameterScaling;

/** Makes the scaling of a field from the scaling of its parameter. */
final class ScalingFactory {

    private static final int LARGEST_EXPONENT = 200;

    private ScalingFactory() {}

    private static boolean tooLong(BigDecimal number) {
        return number.precision() > MathContext.DECIMAL128.getPrecision();
    }

    /**
     * {@code EngValue = ((Actual + Offset) * Mult * Base) / Div} as gradient and offset. Factors that other parameters
     * hold are taken from their defaults. Factors count even without the scaling bit of the descriptor: several vendors
     * leave it out.
     *
     * @param impliedUnit unit of the data type (times), null if it has none
     * @param impliedGradient factor of the data type, null if it has none
     */
    static List<Scaling> of(EdsIndex index, EdsParameter parameter, String impliedUnit, BigDecimal impliedGradient) {
        ParameterScaling effective = effective(index, parameter.scaling());
        BigDecimal gradient = effective.gradient(parameter.has(Descriptor.EXTENDED_PRECISION));
        BigDecimal offset = effective.offset() == null ? BigDecimal.ZERO : effective.offset().multiply(gradient);
        String unit = parameter.units().isBlank() ? null : parameter.units().strip();
        boolean identity = gradient.compareTo(BigDecimal.ONE) == 0 && offset.signum() == 0;
        if (unit == null && identity && impliedUnit != null) {
            unit = impliedUnit;
            gradient = impliedGradient;
        }
        if (tooLong(gradient) || tooLong(offset)) {
            gradient = gradient.round(MathContext.DECIMAL128);
            offset = offset.round(MathContext.DECIMAL128);
        }
        if (Math.abs((long) gradient.scale()) > LARGEST_EXPONENT
                || Math.abs((long) offset.scale()) > LARGEST_EXPONENT) {
            return List.of();
        }
        Integer decimals = effective.decimalPlaces();
        DisplayFormat format = decimals == null || decimals <= 0 || decimals > DisplayFormat.MAX_DECIMALS
                ? null
                : new DisplayFormat(DisplayFormat.Style.DEC, decimals);
        if (unit == null && identity && format == null) {
            return List.of();
        }
        return List.of(new Scaling(List.of(), plain(gradient), plain(offset), null, unit, format, ScalingSource.PARAM));
    }

    /** The scaling with the defaults of the linked parameters put in. */
    static ParameterScaling effective(EdsIndex index, ParameterScaling scaling) {
        if (!scaling.linked()) {
            return scaling;
        }
        return new ParameterScaling(linked(index, scaling.multiplierLink(), scaling.multiplier()),
                linked(index, scaling.divisorLink(), scaling.divisor()),
                linked(index, scaling.baseLink(), scaling.base()),
                linked(index, scaling.offsetLink(), scaling.offset()),
                null, null, null, null, scaling.decimalPlaces());
    }

    private static BigDecimal linked(EdsIndex index, Integer link, BigDecimal own) {
        EdsParameter source = link == null ? null : index.parameter(link);
        return source == null || source.defaultValue().number() == null ? own : source.defaultValue().number();
    }

    /** Without trailing zeros and without an exponent, so that layouts compare equal. */
    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        return stripped.scale() < 0 && stripped.scale() > -30 ? stripped.setScale(0) : stripped;
    }
}
