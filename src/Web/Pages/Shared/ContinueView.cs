namespace CleanLogin.Web.Pages.Shared;

/// <summary>A page that navigates on. The URL may hold a code, so it does not print.</summary>
public sealed class ContinueView(string url, string heading)
{
    /// <summary>Where to.</summary>
    public string Url => url;

    /// <summary>What has happened.</summary>
    public string Heading => heading;
}
