package io.greenstack.platform.network;

import java.net.InetAddress;
import java.util.List;
import java.util.Set;

/**
 * Where a service may connect to on behalf of somebody: into the networks that the operator names. Addresses of this machine and of
 * its link are in none of them unless a range of their own names them; those at which clouds tell secrets of a machine never are.
 */
public final class AllowedNetworks {

    /** Services that tell whoever asks the credentials of the machine. */
    private static final Set<String> METADATA = Set.of("169.254.169.254", "169.254.170.2", "100.100.100.200",
            "192.0.0.192", "fd00:ec2:0:0:0:0:0:254", "fd20:ce:0:0:0:0:0:254");
    /** A range that is wider than this was not meant for the machine itself. */
    private static final int OWN_BITS = 8;

    private final List<AddressRange> ranges;

    /**
     * @param ranges in CIDR notation; without any nothing is allowed
     * @throws IllegalArgumentException when one is none
     */
    public AllowedNetworks(List<String> ranges) {
        this.ranges = ranges.stream().map(String::strip).filter(text -> !text.isEmpty()).map(AddressRange::of).toList();
    }

    /** Why an address may not be called, for people; null where it may be. */
    public String refusal(InetAddress address) {
        String text = address.getHostAddress().replaceAll("%.*", "");
        if (METADATA.contains(text) || address.isAnyLocalAddress() || address.isMulticastAddress()) {
            return text + " is never allowed";
        }
        boolean own = address.isLoopbackAddress() || address.isLinkLocalAddress();
        boolean allowed = ranges.stream().anyMatch(range -> range.holds(text) && (!own || range.bits() >= OWN_BITS));
        return allowed ? null : text + " is in none of the allowed networks";
    }
}
