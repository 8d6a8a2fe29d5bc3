namespace CleanLogin.Application.Ports;

/// <summary>
/// The recovery codes that were handed out a moment ago, in the browser at hand: whoever reloads the page, or comes back to it, finds them
/// there. Nothing of them is kept on the server. Not promised: that the browser brings them back.
/// </summary>
public interface IRecoveryCodeHandouts
{
    /// <summary>Keeps them, in the place of any others.</summary>
    void Keep(RecoveryCodeHandout handout);

    /// <summary>Those of that occasion; null where there are none, or their time is over.</summary>
    RecoveryCodeHandout? Find(HandoutOccasion occasion);

    /// <summary>Takes those of that occasion out of the browser.</summary>
    void Forget(HandoutOccasion occasion);
}
