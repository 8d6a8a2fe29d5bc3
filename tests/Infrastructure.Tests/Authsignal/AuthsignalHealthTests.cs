using CleanLogin.Infrastructure.Authsignal;
using Microsoft.Extensions.Time.Testing;

namespace CleanLogin.Infrastructure.Tests.Authsignal;

public sealed class AuthsignalHealthTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly AuthsignalHealth _health;
    private int _questions;

    public AuthsignalHealthTests() => _health = new AuthsignalHealth(AuthsignalTimings.Default, _time);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_was_found_out_is_remembered_for_a_while(bool answers)
    {
        await AskAsync(answers);
        _time.Advance(AuthsignalTimings.Default.Break - TimeSpan.FromTicks(1));

        (await AskAsync(!answers)).Should().Be(answers);
        _questions.Should().Be(1);
    }

    [Fact]
    public async Task What_was_found_out_is_asked_again_once_it_is_old()
    {
        await AskAsync(true);
        _time.Advance(AuthsignalTimings.Default.Break);

        (await AskAsync(false)).Should().BeFalse();
        _questions.Should().Be(2);
    }

    [Fact]
    public async Task A_question_that_went_wrong_is_put_again()
    {
        await _health.Awaiting(health => health.AnswersAsync(() => throw new InvalidOperationException(), Ct))
            .Should().ThrowAsync<InvalidOperationException>();

        (await AskAsync(true)).Should().BeTrue();
    }

    private Task<bool> AskAsync(bool answers) => _health.AnswersAsync(
        () =>
        {
            _questions++;
            return Task.FromResult(answers);
        },
        Ct);
}
