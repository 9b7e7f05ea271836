package dev.docket.ui.stack;

import dev.docket.decode.DecodedImage;
import dev.docket.decode.ImageHeader;
import dev.docket.decode.Renditions;
import dev.docket.item.ImageItem;
import dev.docket.item.ItemFacts;
import dev.docket.item.Items;
import dev.docket.item.Source;
import dev.docket.policy.PolicyFile;
import dev.docket.policy.PolicyPack;
import dev.docket.policy.PolicyPack.Label;
import dev.docket.policy.PropagationRule;
import dev.docket.policy.Severity;
import dev.docket.storage.ContentHash;
import dev.docket.ui.common.Text;
import dev.docket.ui.grid.Tile;
import dev.docket.ui.grid.TileSource;
import dev.docket.ui.stack.StackMember.Tie;
import dev.docket.ui.stage.Covers;
import dev.docket.ui.stage.Room;
import dev.docket.verdict.Finding;
import dev.docket.verdict.Propagation;
import dev.docket.verdict.Twin;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Stacks of parcels, painted by hand: one of fifteen, one of five that are covered, one of three words only. */
final class PaintedBoard implements StackBoard {
    static final PolicyPack PACK = PolicyFile.shipped();
    static final Instant NOW = Instant.parse("2026-11-21T15:06:00Z");
    private static final int[] BITS = {0, 0, 2, 4, 6, 7, 9, 10, 12, 14, 16, 17, 19, 24, 29};

    final Map<UUID, Instant> looks = new LinkedHashMap<>();
    final List<Decision> decisions = new ArrayList<>();
    final List<UUID> released = new ArrayList<>();
    final List<UUID> undone = new ArrayList<>();
    final List<Propagation.Spread> spreads = new ArrayList<>();
    final Map<UUID, OpenStack> byItem = new HashMap<>();
    private final List<OpenStack> stacks = new ArrayList<>();
    private List<StackMember> alikes = List.of();
    boolean broken;

    static PaintedBoard full() {
        PaintedBoard board = new PaintedBoard();
        board.add(board.stack("Your parcel is waiting", 1, BITS, Severity.S1, "open"));
        board.add(board.stack("City blackout tonight", 2, new int[] {0, 3, 8, 20, 27}, Severity.S2, "guarded"));
        board.add(board.stack("Street photo", 3, new int[] {0, 5, 11}, Severity.S3, "strict"));
        board.alikes = List.of(board.member(90, 1, Tie.ALIKE, 0.71, Severity.S1, "open"), board.member(91, 1, Tie.ALIKE, 0.58, Severity.S1, "open"));
        return board;
    }

    static PaintedBoard empty() {
        return new PaintedBoard();
    }

    private OpenStack stack(String title, int number, int[] bits, Severity severity, String display) {
        List<StackMember> members = new ArrayList<>();
        for (int at = 0; at < bits.length; at++) {
            Tie tie = at == 0 ? Tie.SEED : bits[at] == 0 ? Tie.COPY : Tie.NEAR;
            members.add(member(at, number, tie, bits[at], severity, display));
        }
        return new OpenStack(title, members, List.of(), number == 1 ? 2 : 0, members.stream().map(StackMember::task).toList());
    }

    private void add(OpenStack stack) {
        stacks.add(stack);
        stack.members().forEach(member -> byItem.put(member.id(), stack));
    }

    private StackMember member(int at, int number, Tie tie, double measure, Severity severity, String display) {
        Source source = new Source("user-report", "stack-" + number + "-" + at);
        ItemFacts facts = new ItemFacts(Optional.of(at % 4 == 3 ? "Ihr Paket wartet" : "Your parcel is waiting"), Optional.empty(), "*",
                Optional.of("u-0" + (20 + at)), Optional.of(2 + at * 3), Optional.empty(), Optional.empty(), List.of(), Optional.empty(), false);
        String picture = tie == Tie.COPY ? "picture " + number + "/0" : "picture " + number + "/" + at;
        ImageItem item = new ImageItem(Items.idOf(source), source, ContentHash.of(picture.getBytes(StandardCharsets.UTF_8)), 120_000,
                at % 3 == 1 ? "image/jpeg" : "image/png", 960 - at * 8, 720 - at * 6, NOW.minusSeconds(9000 - at * 60L), NOW, facts);
        return new StackMember(item, new UUID(number, at), tie, measure, PACK.displayProfiles().get(display), severity, false);
    }

    @Override
    public PolicyPack pack() {
        return PACK;
    }

    @Override
    public List<Stack> stacks() {
        if (broken) {
            throw new IllegalStateException("The database is closed.");
        }
        return stacks.stream().map(stack -> new Stack(stack.seed().id(), stack.title(), stack.members().size(), stack.held(),
                Optional.of(stack.seed().severity()), Optional.of(NOW.plusSeconds(4000L * stack.members().size())),
                stack.members().stream().mapToDouble(StackMember::measure).average().orElse(0))).toList();
    }

    @Override
    public Optional<OpenStack> open(UUID item, boolean asSeed) {
        OpenStack stack = byItem.get(item);
        if (stack == null || !asSeed || stack.seed().id().equals(item)) {
            return Optional.ofNullable(stack);
        }
        List<StackMember> members = Stream.concat(stack.members().stream().filter(member -> member.id().equals(item)),
                stack.members().stream().filter(member -> !member.id().equals(item)))
                .map(member -> new StackMember(member.item(), member.task(), member.id().equals(item) ? Tie.SEED : Tie.NEAR,
                        member.id().equals(item) ? 0 : Math.max(2, member.measure()), member.profile(), member.severity(), false)).toList();
        return Optional.of(new OpenStack(stack.title(), members, List.of(), stack.held(), stack.taken()));
    }

    @Override
    public List<StackMember> lookAlikes(OpenStack stack) {
        return stack.seed().task().getMostSignificantBits() == 1 ? alikes : List.of();
    }

    @Override
    public List<UUID> keep(OpenStack stack) {
        return stack.members().stream().map(StackMember::task).toList();
    }

    @Override
    public void release(List<UUID> tasks) {
        released.addAll(tasks);
    }

    @Override
    public TileSource tiles(OpenStack stack) {
        return new TileSource() {
            @Override
            public Tile tile(UUID id, Room room) {
                StackMember member = stack.find(id).orElseThrow();
                DecodedImage small = Renditions.scaled(paint(member), room.longerSide(256, 192));
                Tile.Face face = member.wordsOnly() ? new Tile.Words("mdmz-visibility_off", Text.of("stack.tile.strict"))
                        : new Tile.Pixels(member.covered() ? Covers.over(small) : small, member.covered());
                String line = member.tie() == Tie.SEED ? ""
                        : DifferenceWords.of(stack.seed().item(), member.item(), PictureDifference.between(paint(stack.seed()), paint(member)));
                return new Tile(face, DeskTiles.badge(member), member.item().shortId(), member.shownSeverity(), line);
            }

            @Override
            public Optional<DecodedImage> look(UUID item, Room room) {
                return Optional.empty();
            }
        };
    }

    @Override
    public Optional<DecodedImage> picture(StackMember member, Room room) {
        return Optional.of(paint(member));
    }

    @Override
    public StackPlan plan(StackMember seed, Label label) {
        Map<UUID, Optional<Twin.Kept>> kept = new HashMap<>();
        byItem.get(seed.id()).members().forEach(member -> kept.put(member.id(),
                label.propagation().confirmable() || member.tie() == Tie.COPY ? Optional.empty() : Optional.of(Twin.Kept.NOT_A_COPY)));
        boolean spreads = label.propagation() != PropagationRule.NEVER;
        return new StackPlan(label, Finding.of(label.id(), label.severity(), label.defaultAction()), spreads, spreads ? kept : Map.of(), List.of());
    }

    @Override
    public Decided decide(Decision decision) {
        decisions.add(decision);
        List<UUID> items = Stream.concat(Stream.of(decision.seed().id()), decision.tiles().stream().map(Propagation.Tile::item)).toList();
        OpenStack stack = byItem.get(decision.seed().id());
        stacks.remove(stack);
        stack.members().forEach(member -> byItem.remove(member.id()));
        List<StackMember> left = stack.members().stream().filter(member -> !items.contains(member.id())).toList();
        if (!left.isEmpty()) {
            add(new OpenStack(stack.title(), left.stream().map(member -> member != left.getFirst() ? member
                    : new StackMember(member.item(), member.task(), Tie.SEED, 0, member.profile(), member.severity(), false)).toList(), List.of(), 0, List.of()));
        }
        return new Decided(new UUID(7, decisions.size()), items);
    }

    @Override
    public void looked(StackMember member, Instant from) {
        looks.put(member.id(), from);
    }

    @Override
    public boolean undo(UUID seed) {
        undone.add(seed);
        StackMember member = decisions.getLast().seed();
        OpenStack again = full().byItem.get(member.id());
        stacks.removeIf(stack -> stack.title().equals(again.title()));
        add(again);
        return true;
    }

    @Override
    public List<Propagation.Spread> spreads() {
        return List.copyOf(spreads);
    }

    @Override
    public long standing(UUID seed) {
        return spreads.stream().filter(spread -> spread.seed().id().equals(seed)).mapToLong(Propagation.Spread::standing).sum();
    }

    @Override
    public int takeBack(UUID seed) {
        int standing = (int) standing(seed);
        spreads.removeIf(spread -> spread.seed().id().equals(seed));
        return standing;
    }

    /** A parcel before rays: recoloured, mirrored, with a strip or letters, as its number asks. */
    static DecodedImage paint(StackMember member) {
        int at = (int) member.task().getLeastSignificantBits();
        BufferedImage image = new BufferedImage(256, 192, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        if (at == 7) {
            g.transform(new AffineTransform(-1, 0, 0, 1, 256, 0));
        }
        float hue = at == 4 ? 0.58f : at == 9 ? 0.25f : 0.11f;
        g.setColor(Color.getHSBColor(hue, 0.55f, 1f));
        g.fillRect(0, 0, 256, 192);
        g.setColor(Color.getHSBColor(hue - 0.02f, 0.8f, 0.96f));
        for (int ray = 0; ray < 360; ray += 30) {
            g.fillArc(90 - 300, 110 - 300, 600, 600, ray, 15);
        }
        g.setColor(new Color(0xC98B4B));
        g.fillRect(40, 80, 80, 70);
        g.setColor(new Color(0xA66B33));
        g.fillPolygon(new int[] {120, 150, 150, 120}, new int[] {80, 66, 132, 150}, 4);
        g.setColor(new Color(0xE8C79A));
        g.fillRect(70, 80, 18, 70);
        g.setColor(new Color(0x202020));
        g.setStroke(new BasicStroke(7));
        for (int line = 0; line < (at == 14 ? 1 : 3); line++) {
            g.drawLine(160, 36 + line * 18, 236 - line * 14 - (at == 3 ? 30 : 0), 36 + line * 18);
        }
        g.setColor(at == 14 ? new Color(0x808890) : new Color(0xC0282D));
        g.fillRoundRect(160, 100, 74, 24, 12, 12);
        if (at == 10 || at == 8) {
            g.setColor(Color.BLACK);
            for (int cell = 0; cell < 49; cell++) {
                if ((cell * 2654435761L >> 5) % 3 != 0) {
                    g.fillRect(166 + cell % 7 * 6, 134 + cell / 7 * 6, 6, 6);
                }
            }
        }
        if (at == 12) {
            g.setColor(Color.BLACK);
            g.fillRect(0, 172, 256, 20);
        }
        if (at == 6) {
            g.setColor(new Color(255, 255, 255, 70));
            g.fillRect(0, 0, 256, 192);
        }
        g.dispose();
        int[] argb = image.getRGB(0, 0, 256, 192, null, 0, 256);
        return new DecodedImage(256, 192, argb, new ImageHeader("image/png", 256, 192, 1, 1), false);
    }
}
