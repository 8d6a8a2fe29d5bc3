namespace CleanLogin.Web.Text;

/// <summary>How long somebody has to wait, in the coarsest words that are true: never too short.</summary>
internal static class PauseText
{
    public static string For(TimeSpan pause) => pause switch
    {
        { TotalSeconds: <= 90 } => Count(Math.Max(1, Math.Ceiling(pause.TotalSeconds)), "second"),
        { TotalMinutes: <= 90 } => Count(Math.Ceiling(pause.TotalMinutes), "minute"),
        _ => Count(Math.Ceiling(pause.TotalHours), "hour"),
    };

    private static string Count(double number, string unit) => $"{number:0} {unit}{(number is 1 ? "" : "s")}";
}
