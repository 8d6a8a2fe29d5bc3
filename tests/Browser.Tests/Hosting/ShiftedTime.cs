namespace CleanLogin.Browser.Tests.Hosting;

/// <summary>The machine's time, shifted forward by hand: a browser has a clock of its own, so time cannot simply stand still.</summary>
internal sealed class ShiftedTime : TimeProvider
{
    private TimeSpan _shift;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _shift;

    public void Advance(TimeSpan by) => _shift += by;
}
