package io.greenstack.descriptions.eds.layout;

import io.greenstack.descriptions.eds.model.CipType;
import io.greenstack.descriptions.eds.model.EdsAssembly;
import io.greenstack.descriptions.eds.model.EdsAssembly.AssemblyMember;
import io.greenstack.descriptions.eds.model.EdsIndex;
import io.greenstack.descriptions.eds.model.EdsParameter;

/**
 * Tells whether the sizes of the members of an assembly are bits, as they should be, or octets. What the parameters of
 * the members are decides first, then the declared size of the assembly.
 */
final class MemberUnits {

    private final EdsIndex index;
    private final EdsAssembly assembly;
    private long sum;
    private int bitEvidence;
    private int octetEvidence;
    private boolean largeOctetEvidence;
    private boolean described;
    private boolean wide;

    private MemberUnits(EdsIndex index, EdsAssembly assembly) {
        this.index = index;
        this.assembly = assembly;
    }

    /** True if the sizes of the members are octets. */
    static boolean octets(EdsIndex index, EdsAssembly assembly) {
        return !assembly.members().isEmpty() && new MemberUnits(index, assembly).octets();
    }

    private boolean octets() {
        for (AssemblyMember member : assembly.members()) {
            Integer size = member.size().value();
            if (size == null || size < 0) {
                return false;
            }
            sum += size;
            evidence(member, size);
        }
        if (bitEvidence > octetEvidence || sum == 0) {
            return false;
        }
        Integer declared = assembly.size().value();
        if (declared == null) {
            return largeOctetEvidence && bitEvidence == 0;
        }
        if (sum == declared) {
            return declared > 1 || wide;
        }
        long asOctets = Math.abs(sum - declared);
        long asBits = Math.abs((sum + 7) / 8 - declared);
        if (described) {
            return octetEvidence > 0 && bitEvidence == 0 && asOctets < asBits;
        }
        return declared > 1 && asOctets < asBits && asOctets <= Math.max(1, declared / 16);
    }

    private void evidence(AssemblyMember member, int size) {
        described |= !member.reference().isNone();
        EdsParameter parameter = index.parameter(member.reference());
        if (parameter == null || member.reference().bit() >= 0 || parameter.type() == CipType.BOOL
                || parameter.bits() < 2) {
            return;
        }
        wide = true;
        if (size == parameter.bits()) {
            bitEvidence++;
        } else if (size * 8L == parameter.bits()) {
            octetEvidence++;
            largeOctetEvidence |= size > 1;
        }
    }
}
