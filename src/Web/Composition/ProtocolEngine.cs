using CleanLogin.Infrastructure.Protocol;

namespace CleanLogin.Web.Composition;

/// <summary>
/// The protocol engine that this server was built with: the one place of this project that names any. <c>-p:ProtocolEngine=Duende</c>
/// chooses the other (docs/duende.md).
/// </summary>
internal static class ProtocolEngine
{
    public static IProtocolEngine Create() =>
#if DUENDE
        new Infrastructure.Duende.DuendeEngine();
#else
        new Infrastructure.OpenIddict.OpenIddictEngine();
#endif
}
