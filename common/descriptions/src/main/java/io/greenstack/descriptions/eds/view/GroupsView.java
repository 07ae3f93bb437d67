package io.greenstack.descriptions.eds.view;

import java.util.List;

import io.greenstack.descriptions.eds.model.EdsFile;
import io.greenstack.descriptions.eds.model.EdsFile.EdsGroup;
import io.greenstack.descriptions.eds.model.EdsNumbers;

/**
 * Groups of parameters.
 *
 * @param groups groups in file order
 * @param totalCount number of groups
 */
public record GroupsView(List<GroupView> groups, int totalCount) {

    /**
     * A group.
     *
     * @param parameterCount number of members
     * @param parameterNumbers members that are parameters
     * @param members all members as written
     */
    public record GroupView(int groupNumber, String groupName, int parameterCount, List<Integer> parameterNumbers,
            List<String> members) {}

    /** The groups of a file. */
    public static GroupsView of(EdsFile file) {
        List<GroupView> groups = file.groups().stream().map(GroupsView::group).toList();
        return new GroupsView(groups, groups.size());
    }

    private static GroupView group(EdsGroup group) {
        List<Integer> numbers = group.members().stream()
                .map(member -> member.isParameter() ? (Integer) member.number() : EdsNumbers.parseInt(member.text()))
                .filter(java.util.Objects::nonNull).toList();
        return new GroupView(group.number(), group.name(), group.members().size(), numbers,
                group.members().stream().map(member -> member.text()).toList());
    }
}
