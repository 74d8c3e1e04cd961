#pragma once

#include <QHash>
#include <QPointer>
#include <QWidget>
#include <optional>
#include <vector>

#include "core/dataset/dataset.h"

class QLabel;
class QPushButton;

namespace rudolph {

class AnnotationDocument;
class Navigation;
class NetworkHelp;
struct FaceFit;

/// Goes through what an inspection and a comparison with a network have found, one finding after
/// another, with a fix to accept: what the finding itself proposes (a part put into its order,
/// left and right exchanged), a box about the points, or the network's points. A bar that is hidden
/// while nothing is gone through.
class FindingReview : public QWidget {
    Q_OBJECT

public:
    /// Both must outlive this.
    FindingReview(NetworkHelp* help, Navigation* navigation, QWidget* parent);

    void setDocument(AnnotationDocument* document);
    /// How far the network is from each face, by id: those that are far off are findings, too.
    void setDisagreements(const QHash<QString, double>& by_id) { disagreements_ = by_id; }
    bool isUnderWay() const { return current_ < steps_.size(); }
    /// The face with the fix; empty: none is known (yet).
    const std::optional<Sample>& fix() const { return fix_; }
    /// The face that the finding is about; −1: none.
    int face() const;

public slots:
    /// From the first finding on; says where there is none.
    void start();
    /// Takes the fix over, as one step, and goes on.
    void accept();
    void skip();
    void end();

signals:
    /// A finding about this face comes, and the point it is about or −1.
    void faceWanted(int index, int point);
    /// fix() has become another, or nothing is gone through any more.
    void changed();

private:
    struct Step {
        Problem finding;
        bool wants_network = false;
    };

    void layOut();
    bool isStillThere() const;
    void next();
    void propose();
    void takeFit(const QString& id, const FaceFit& fit);
    void show();

    NetworkHelp* help_;
    Navigation* navigation_;
    QPointer<AnnotationDocument> document_;
    QHash<QString, double> disagreements_;
    std::vector<Step> steps_;
    size_t current_ = 0;
    std::optional<Sample> fix_;
    int mended_ = 0;
    QLabel* text_;
    QPushButton* accept_;
};

}  // namespace rudolph
