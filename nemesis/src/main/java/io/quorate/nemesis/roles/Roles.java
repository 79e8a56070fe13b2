package io.quorate.nemesis.roles;

import io.quorate.nemesis.NodeView;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Who is what, as the nodes themselves say.
 *
 * @param views what each node said
 */
public record Roles(List<NodeView> views) {
  /** Keeps its own copy. */
  public Roles {
    views = List.copyOf(views);
  }

  /**
   * Returns the node with the highest term claimed by a live leader; an old leader that does not
   * know better yet loses to the new one.
   */
  public Optional<String> leader() {
    return views.stream()
        .filter(view -> view.answered() && view.role() == NodeView.Role.LEADER)
        .max(Comparator.comparingLong(NodeView::term))
        .map(NodeView::node);
  }
}
