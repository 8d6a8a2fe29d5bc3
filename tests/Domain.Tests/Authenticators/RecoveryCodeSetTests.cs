using CleanLogin.Domain.Authenticators;

namespace CleanLogin.Domain.Tests.Authenticators;

public sealed class RecoveryCodeSetTests
{
    [Fact]
    public void Every_code_of_a_set_is_found_wherever_it_stands()
    {
        var codes = Codes();
        var set = RecoveryCodeSet.Of(codes);

        foreach (var code in codes)
        {
            set.Find(code).Should().Equal(code.ToDigest());
        }
    }

    [Fact]
    public void A_code_of_another_set_is_not_found() => RecoveryCodeSet.Of(Codes()).Find(Code(99)).Should().BeNull();

    [Fact]
    public void An_empty_set_knows_no_code() => RecoveryCodeSet.Of([]).Find(Code(1)).Should().BeNull();

    [Fact]
    public void A_code_that_was_removed_is_not_found_and_the_others_are()
    {
        var rest = RecoveryCodeSet.FromDigests(RecoveryCodeSet.Of(Codes()).Digests.Skip(1));

        rest.Count.Should().Be(RecoveryCodeSet.Size - 1);
        rest.Find(Code(0)).Should().BeNull();
        rest.Find(Code(1)).Should().NotBeNull();
    }

    [Fact]
    public void A_broken_digest_in_the_store_matches_nothing() =>
        RecoveryCodeSet.FromDigests([[], [1, 2, 3]]).Find(Code(1)).Should().BeNull();

    private static RecoveryCode[] Codes() => [.. Enumerable.Range(0, RecoveryCodeSet.Size).Select(Code)];

    private static RecoveryCode Code(int number)
    {
        var bytes = new byte[RecoveryCode.EntropyBytes];
        Array.Fill(bytes, (byte)number);
        return RecoveryCode.From(bytes);
    }
}
